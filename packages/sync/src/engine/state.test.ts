import { expect, test } from "vitest";

import { scanUpdate } from "../protocol/scan-update.ts";
import { Writer, textOf } from "../testing/stage.ts";
import { type Piece, DocumentState } from "./state.ts";

/** A state, and pieces of it whose place in the log is told later. */
function typing(writer: Writer) {
  const state = new DocumentState();
  const take = (update: Uint8Array): { seq: number } & Piece => {
    const scan = scanUpdate(update);
    if (scan.kind === "refused") throw new Error(scan.why);
    const piece = { update, sections: scan.sections, seq: 0 };
    state.learn(scan);
    state.show(piece, scan.deletes);
    return piece;
  };
  return { state, type: (text: string) => take(writer.write(text)), take };
}

test("C2 a snapshot takes the place of what it was made of, and of nothing that came after", () => {
  const writer = new Writer(1);
  const { state, type, take } = typing(writer);
  type("secret ").seq = 1;
  take(writer.erase(0, 7)).seq = 2;
  const snapshot = writer.all;
  const later = type("kept");
  const onItsWay = type(" and more");
  state.replace(snapshot, 2);
  expect(new TextDecoder("latin1").decode(state.whole())).not.toContain("secret");
  later.seq = 3;
  expect(textOf(state.whole())).toBe("kept and more");
  onItsWay.seq = 4;
  state.pack();
  expect(textOf(state.whole())).toBe("kept and more");
});

test("C2 a snapshot that is behind what has been put together by now is of no use any more", () => {
  const writer = new Writer(1);
  const { state, type } = typing(writer);
  type("one").seq = 1;
  const snapshot = writer.all;
  type(" two").seq = 2;
  state.pack();
  state.replace(snapshot, 1);
  expect(textOf(state.whole())).toBe("one two");
});

test("U4 L4 L6 its size is that of what it holds, however that is cut", () => {
  const writer = new Writer(1);
  const { state, type } = typing(writer);
  for (let i = 0; i < 100; i += 1) type("x").seq = i + 1;
  const inPieces = state.bytes;
  state.pack();
  expect(state.bytes).toBe(state.whole().length);
  expect(state.bytes).toBeLessThan(inPieces);
});
