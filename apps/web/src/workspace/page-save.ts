import type { OpenDocument } from "./open-document.ts";
import type { Save } from "./saving.ts";

/** The worst first: what is not saved must not hide behind what is. */
const severity = (save: Save): number => {
  if (save.kind === "not-saved") return 0;
  if (save.kind === "offline") return save.kept ? 2 : 1;
  return save.kind === "saving" ? 3 : 4;
};

/**
 * What a page of several documents says about saving: the truth about all that this person writes
 * there, or, where they write nothing, about all that they read.
 */
export function pageSave(documents: readonly Pick<OpenDocument, "readOnly" | "save">[]): {
  readonly save: Save;
  readonly readOnly: boolean;
} {
  const written = documents.filter(({ readOnly }) => !readOnly);
  const readOnly = written.length === 0;
  const [worst] = (readOnly ? documents : written)
    .map(({ save }) => save())
    .toSorted((a, b) => severity(a) - severity(b));
  return { save: worst ?? { kind: "saving" }, readOnly };
}
