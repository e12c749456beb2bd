import type { SavedFile } from "./exports-api.ts";

/** Hands a file to the browser's downloads. */
export function saveFile({ name, content }: SavedFile): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then; what is kept for it takes memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
