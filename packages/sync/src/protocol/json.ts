import { type Reader, refuse } from "./reader.ts";
import { readString } from "./utf8.ts";

/** How deep a value may nest, in JSON and in lib0's `any`: both are read recursively by clients. */
export const maxDepth = 64;

/** The value of a JSON text; refuses what doesn't parse or nests too deeply. */
export function readJson(reader: Reader): unknown {
  return parseJson(readString(reader));
}

export function parseJson(text: string): unknown {
  if (nesting(text) > maxDepth) refuse("nested too deeply");
  try {
    return JSON.parse(text);
  } catch {
    return refuse("not JSON");
  }
}

function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (quoted && char === "\\") i += 1;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === "[" || char === "{")) deepest = Math.max(deepest, (depth += 1));
    else if (!quoted && (char === "]" || char === "}")) depth -= 1;
  }
  return deepest;
}
