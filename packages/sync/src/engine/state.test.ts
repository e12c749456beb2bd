import { expect, test } from "vitest";

import { scanUpdate } from "../protocol/scan-update.ts";
import { concat } from "../protocol/writer.ts";
import { Writer, textOf } from "../testing/stage.ts";
import { type Piece, DocumentState } from "./state.ts";

/** A state in which somebody types, and which is told by hand what is on disk. */
function typing(writer: Writer) {
  const state = new DocumentState();
  const take = (update: Uint8Array): Piece => {
    const scan = scanUpdate(update);
    if (scan.kind === "refused") throw new Error(scan.why);
    const piece = { update, sections: scan.sections };
    state.learn(scan);
    state.show(piece, scan.deletes);
    return piece;
  };
  const store = (piece: Piece, seq: number) => state.settle([piece], [{ ...piece, seq }]);
  return { state, type: (text: string) => take(writer.write(text)), take, store };
}

test("C2 a snapshot takes the place of what it was made of, and of nothing that came after", () => {
  const writer = new Writer(1);
  const { state, type, take, store } = typing(writer);
  store(type("secret "), 1);
  store(take(writer.erase(0, 7)), 2);
  const snapshot = writer.all;
  const later = type("kept");
  const onItsWay = type(" and more");
  state.replace(snapshot, 2);
  expect(new TextDecoder("latin1").decode(state.whole())).not.toContain("secret");
  store(later, 3);
  expect(textOf(state.whole())).toBe("kept and more");
  store(onItsWay, 4);
  state.pack();
  expect(textOf(state.whole())).toBe("kept and more");
});

test("C2 a snapshot that is behind what has been put together by now is of no use any more", () => {
  const writer = new Writer(1);
  const { state, type, store } = typing(writer);
  store(type("one"), 1);
  const snapshot = writer.all;
  store(type(" two"), 2);
  state.pack();
  state.replace(snapshot, 1);
  expect(textOf(state.whole())).toBe("one two");
});

test("U4 L4 L6 its size is that of what it holds, however that is cut", () => {
  const writer = new Writer(1);
  const { state, type, store } = typing(writer);
  for (let i = 0; i < 100; i += 1) store(type("x"), i + 1);
  const inPieces = state.bytes;
  state.pack();
  expect(state.bytes).toBe(state.whole().length);
  expect(state.bytes).toBeLessThan(inPieces);
});

test("U4 any number of pieces can be put together", () => {
  const writer = new Writer(1);
  const { state, take } = typing(writer);
  const first = writer.write("x");
  take(first);
  // Each goes on from the last: the same letter, a clock later, right of it.
  for (let clock = 1; clock < 200_000; clock += 1) take(letterAt(clock));
  expect(textOf(state.whole())).toHaveLength(200_000);
});

/** Client 1's letter with this clock, right of the one before. */
function letterAt(clock: number): Uint8Array {
  const rightOf = concat([1, clock - 1], []);
  return concat([1, 1, 1, clock], [new Uint8Array([0x84]), rightOf, new Uint8Array([1, 120, 0])]);
}
