import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";

import { concat, uintLength } from "./writer.ts";

test("P1 integers are written as lib0 writes them, at every length", () => {
  const edges = Array.from({ length: 53 }, (_, bits) => [2 ** bits - 1, 2 ** bits, 2 ** bits + 1]);
  for (const value of [...edges.flat(), Number.MAX_SAFE_INTEGER]) {
    const theirs = encoding.encode((encoder) => encoding.writeVarUint(encoder, value));
    expect(concat([value], [])).toEqual(theirs);
    expect(uintLength(value)).toBe(theirs.length);
  }
});
