/** Nothing that is exported nests nearly as deeply. */
export const deepestNesting = 200;

const [quote, backslash] = [0x22, 0x5c];
const opens = new Set([0x5b, 0x7b]);
const closes = new Set([0x5d, 0x7d]);

/** Whether JSON nests beyond the bound; told from its bytes, before anything is built from them. */
export function nestsTooDeeply(json: Uint8Array): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (isInString) {
      if (byte === backslash) at += 1;
      else if (byte === quote) isInString = false;
    } else if (byte === quote) isInString = true;
    else if (opens.has(byte)) {
      depth += 1;
      if (depth > deepestNesting) return true;
    } else if (closes.has(byte)) depth -= 1;
  }
  return false;
}
