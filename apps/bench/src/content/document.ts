import * as Y from "yjs";

export interface WrittenDocument {
  /** Its history, in the order it was written. */
  readonly stages: readonly Uint8Array[];
  readonly vector: Uint8Array;
  /** Of its state as one update. */
  readonly bytes: number;
}

/** About what a word takes (bytes); less than it does is only slower. */
const perWord = 25;
const words = ["we", "agreed", "that", "evenings", "without", "phones", "are", "calmer", "and"];

/**
 * A document of about so many bytes, by two people who write words here and there and delete a
 * tenth of them: as many small items as a real text has after some weeks.
 */
export function writeDocument(bytes: number, stages = 10): WrittenDocument {
  const doc = new Y.Doc();
  const partner = new Y.Doc();
  doc.clientID = 3003;
  partner.clientID = 4004;
  const random = makeRandom(bytes);
  const history: Uint8Array[] = [];
  let size = 0;
  for (let stage = 1; stage <= stages; stage += 1) {
    const writer = stage % 2 ? doc : partner;
    const before = Y.encodeStateVector(writer);
    const wanted = (bytes * stage) / stages;
    // The size is only known by encoding: a few steps come near enough.
    while (size < 0.98 * wanted) {
      const count = Math.ceil((wanted - size) / perWord);
      writer.transact(() => writeWords(writer.getText("text"), count, random));
      size = Y.encodeStateAsUpdate(writer).length;
    }
    const update = Y.encodeStateAsUpdate(writer, before);
    Y.applyUpdate(stage % 2 ? partner : doc, update);
    history.push(update);
  }
  const whole = stages % 2 ? doc : partner;
  return { stages: history, vector: Y.encodeStateVector(whole), bytes: size };
}

function writeWords(text: Y.Text, count: number, random: (below: number) => number): void {
  let at = random(text.length + 1);
  for (let i = 0; i < count; i += 1) {
    if (random(3) === 0) at = Math.max(0, at - random(40));
    const word = `${words[random(words.length)]} `;
    text.insert(at, word);
    at += word.length;
    if (random(10) === 0) text.delete(at - word.length, word.length - 1);
    at = Math.min(at, text.length);
  }
}

/** Numbers that are the same in every run. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
