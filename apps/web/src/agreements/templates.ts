/** The sketches that an agreement can begin from, in the order in which they are offered. */
export const templateNames = [
  "money",
  "home-and-load",
  "family",
  "together-and-apart",
  "fighting-fair",
  "job-loss",
  "illness",
  "burnout",
] as const;
export type TemplateName = (typeof templateNames)[number];

export const isTemplateName = (name: unknown): name is TemplateName =>
  templateNames.some((known) => known === name);

/** A few clauses to make one's own; in the words of one language. */
export interface AgreementTemplate {
  readonly title: string;
  /** What it is for, in a line. */
  readonly about: string;
  readonly clauses: readonly string[];
}

export type AgreementTemplates = Readonly<Record<TemplateName, AgreementTemplate>>;

/** The sketches in the page's language; loaded when somebody wants one. */
export async function loadTemplates(_locale: string): Promise<AgreementTemplates> {
  const { agreementTemplates } = await import("../i18n/en/agreement-templates.ts");
  return agreementTemplates;
}
