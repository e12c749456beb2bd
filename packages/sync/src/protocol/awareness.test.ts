import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { mutate } from "../testing/mutate.ts";
import { makeRandom } from "../testing/random.ts";
import { type AwarenessState, encodeAwareness, maxAwarenessStates } from "./awareness.ts";
import { type Message, decodeMessage, encodeAwarenessMessage } from "./message.ts";
import { concat } from "./writer.ts";

const decode = (awareness: Uint8Array): Message | { readonly kind: "refused" } =>
  decodeMessage(encodeAwarenessMessage(awareness), { awarenessBytes: 10_000 });

/** One state as it stands in the bytes, whatever is in it. */
function raw(client: number, json: string): Uint8Array {
  const bytes = new TextEncoder().encode(json);
  return concat([1, client, 1, bytes.length], [bytes]);
}

describe("P9 awareness is decoded as strictly", () => {
  test("what a stock client writes is read", () => {
    const doc = new Y.Doc();
    const awareness = new Awareness(doc);
    awareness.setLocalState({ cursor: { at: 5 }, name: "ü" });
    const states = [{ client: doc.clientID, clock: 1, state: { cursor: { at: 5 }, name: "ü" } }];
    const message = decode(encodeAwarenessUpdate(awareness, [doc.clientID]));
    expect(message).toEqual({ kind: "awareness", states });
    awareness.destroy();
    doc.destroy();
  });

  test("what is written is read again", () => {
    const states: AwarenessState[] = [
      { client: 2 ** 32, clock: 7, state: { a: [1, null] } },
      { client: 0, clock: 0, state: null },
    ];
    expect(decode(encodeAwareness(states))).toEqual({ kind: "awareness", states });
  });

  test.each([
    ["a list", raw(1, "[]")],
    ["a text", raw(1, '"me"')],
    ["no JSON", raw(1, "{")],
    ["JSON nested 100 deep", raw(1, `{"a":${"[".repeat(100)}${"]".repeat(100)}}`)],
    ["more bytes than allowed", raw(1, JSON.stringify({ a: "x".repeat(10_000) }))],
    ["more states than there are", new Uint8Array([9, 1, 1, 2, 123, 125])],
    ["bytes left over", new Uint8Array([0, 0])],
  ])("%s is refused", (_what, bytes) => {
    expect(decode(bytes).kind).toBe("refused");
  });

  test("more clients than a room has are refused", () => {
    const states = Array.from({ length: maxAwarenessStates + 1 }, (_, client) => ({
      client,
      clock: 1,
      state: {},
    }));
    expect(decode(encodeAwareness(states.slice(1))).kind).toBe("awareness");
    expect(decode(encodeAwareness(states)).kind).toBe("refused");
  });

  test("mutated frames are refused or read, and never throw", () => {
    const random = makeRandom(11);
    const frame = encodeAwarenessMessage(
      encodeAwareness([{ client: 5, clock: 2, state: { a: 1 } }]),
    );
    const kinds = new Set<string>();
    for (let i = 0; i < 2000; i += 1) {
      kinds.add(decodeMessage(mutate(frame, random), { awarenessBytes: 10_000 }).kind);
    }
    expect(kinds).toContain("refused");
  });
});
