/** HTML that is safe to put into a page: made by `html` alone, which escapes whatever it is given. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | null | readonly Markup[];

/** A piece of a page. What is put into it is shown as it is written, never read as HTML. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, at) => text + textOf(parts[at] ?? null)).join(""));
}

function textOf(part: Part): string {
  if (part === null) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map(({ text }) => text).join("");
  return escaped(String(part));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Also takes out what HTML knows no character for: of the control characters, all but line ends and tabs. */
const escaped = (words: string): string =>
  words
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? "")
    .replaceAll(/(?![\n\t])\p{Cc}/gu, "\u{FFFD}");
