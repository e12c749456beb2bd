const longest = 40;

/** Enough of a text to know it by. */
export function firstWords(text: string): string {
  const [line = ""] = text.trim().split("\n");
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/, "")}…`;
}
