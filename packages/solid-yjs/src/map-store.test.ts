import * as fc from "fast-check";
import { createEffect, createRoot } from "solid-js";
import { afterEach, describe, expect, test } from "vitest";
import * as Y from "yjs";

import { createMapStore, type RawRecord } from "./map-store.ts";

let dispose = (): void => undefined;
afterEach(() => dispose());

/** A store over a document, and the effects that watch it. Both end with the test. */
function storeOf(doc: Y.Doc, watch: (store: RawRecord) => void = () => undefined): RawRecord {
  return createRoot((end) => {
    dispose = end;
    const store = createMapStore(doc.getMap("list"));
    watch(store);
    return store;
  });
}

const at = (store: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), store);
const isRecord = (value: unknown): value is RawRecord =>
  typeof value === "object" && value !== null;

function entry(fields: Record<string, unknown> = {}): Y.Map<unknown> {
  return new Y.Map<unknown>(Object.entries({ text: new Y.Text("words"), kind: "need", ...fields }));
}

function docWith(count: number): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let id = 0; id < count; id += 1) doc.getMap("list").set(`e${id}`, entry());
  });
  return doc;
}

/** A partner's copy, and how their changes come over. */
function partnerOf(doc: Y.Doc): { readonly doc: Y.Doc; readonly send: () => void } {
  const partner = new Y.Doc();
  Y.applyUpdate(partner, Y.encodeStateAsUpdate(doc));
  const send = (): void =>
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(partner, Y.encodeStateVector(doc)));
  return { doc: partner, send };
}

function mapIn(doc: Y.Doc, id: string): Y.Map<unknown> {
  const map = doc.getMap("list").get(id);
  if (!(map instanceof Y.Map)) throw new Error(`no entry ${id}`);
  return map;
}

function textIn(doc: Y.Doc, id: string, key = "text"): Y.Text {
  const text = mapIn(doc, id).get(key);
  if (!(text instanceof Y.Text)) throw new Error(`no text ${key} in ${id}`);
  return text;
}

describe("what a store shows", () => {
  test("texts as strings, maps as records, JSON as itself; rich text and arrays not at all", () => {
    const doc = new Y.Doc();
    const fields = {
      steps: new Y.Map([["s", new Y.Map<unknown>([["done", true]])]]),
      body: new Y.XmlFragment(),
      rich: new Y.XmlText("x"),
      list: new Y.Array(),
      tags: ["a"],
      none: null,
    };
    doc.getMap("list").set("a", entry(fields));
    expect(storeOf(doc)).toEqual({
      a: { text: "words", kind: "need", steps: { s: { done: true } }, tags: ["a"], none: null },
    });
  });

  test("nothing by a name that would change what an object is", () => {
    const doc = new Y.Doc();
    doc.getMap("list").set("__proto__", entry({ polluted: true }));
    const store = storeOf(doc);
    expect(Object.getPrototypeOf(store)).toBe(Object.prototype);
    expect(at(store, "polluted")).toBeUndefined();
  });

  test("maps as deep as any list goes, and no further however far somebody has nested them", () => {
    const doc = new Y.Doc();
    doc.transact(() => {
      let map = doc.getMap("list");
      for (let depth = 0; depth < 20_000; depth += 1) {
        const next = new Y.Map<unknown>([["depth", depth]]);
        map.set("in", next);
        map = next;
      }
    });
    const store = storeOf(doc);
    expect(at(store, "in", "in", "in", "depth")).toBe(2);
    expect(at(store, "in", "in", "in", "in")).toBeUndefined();
  });

  test("what was added, changed and removed since", () => {
    const doc = docWith(2);
    const store = storeOf(doc);
    doc.getMap("list").delete("e0");
    mapIn(doc, "e1").set("kind", "concern");
    mapIn(doc, "e1").set("steps", new Y.Map());
    textIn(doc, "e1").insert(0, "more ");
    doc.getMap("list").set("e2", entry());
    expect(store).toEqual({
      e1: { text: "more words", kind: "concern", steps: {} },
      e2: { text: "words", kind: "need" },
    });
  });

  test("an entry that is put in another's place", () => {
    const doc = docWith(1);
    const store = storeOf(doc);
    doc.getMap("list").set("e0", entry({ kind: "boundary" }));
    textIn(doc, "e0").insert(0, "new ");
    expect(store).toEqual({ e0: { text: "new words", kind: "boundary" } });
  });

  test("an entry again when its removal is undone", () => {
    const doc = docWith(1);
    const store = storeOf(doc);
    const undo = new Y.UndoManager(doc);
    doc.getMap("list").delete("e0");
    expect(store).toEqual({});
    undo.undo();
    textIn(doc, "e0").insert(0, "my ");
    expect(store).toEqual({ e0: { text: "my words", kind: "need" } });
  });

  test("nothing of what is typed into rich text", () => {
    const doc = docWith(1);
    const body = new Y.XmlFragment();
    mapIn(doc, "e0").set("body", body);
    const store = storeOf(doc);
    const paragraph = new Y.XmlElement("paragraph");
    body.insert(0, [paragraph]);
    const words = new Y.XmlText("a");
    paragraph.insert(0, [words]);
    words.insert(1, "b");
    expect(store).toEqual({ e0: { text: "words", kind: "need" } });
  });
});

describe("how finely it follows", () => {
  test("a partner's edit of one entry in 1,000 runs the one effect that reads that field", () => {
    const doc = docWith(1000);
    const partner = partnerOf(doc);
    const runs = new Map<string, number>();
    storeOf(doc, (store) => {
      for (let id = 0; id < 1000; id += 1) {
        for (const key of ["text", "kind"]) {
          createEffect(() => {
            at(store, `e${id}`, key);
            runs.set(`e${id}.${key}`, (runs.get(`e${id}.${key}`) ?? 0) + 1);
          });
        }
      }
    });
    expect(runs.size).toBe(2000);
    runs.clear();
    textIn(partner.doc, "e500").insert(0, "x");
    partner.send();
    expect([...runs]).toEqual([["e500.text", 1]]);
  });

  test("a transaction of many changes is one batch", () => {
    const doc = docWith(3);
    const partner = partnerOf(doc);
    const seen: unknown[] = [];
    storeOf(doc, (store) => {
      createEffect(() => seen.push(["e0", "e1", "e2"].map((id) => at(store, id, "kind"))));
    });
    partner.doc.transact(() => {
      for (const id of ["e0", "e1", "e2"]) mapIn(partner.doc, id).set("kind", "met");
    });
    partner.send();
    expect(seen).toEqual([
      ["need", "need", "need"],
      ["met", "met", "met"],
    ]);
  });

  test("what is new to a list does not disturb what was there", () => {
    const doc = docWith(2);
    let runs = 0;
    let keys: readonly string[] = [];
    storeOf(doc, (store) => {
      createEffect(() => {
        at(store, "e0", "text");
        runs += 1;
      });
      createEffect(() => (keys = Object.keys(store)));
    });
    doc.getMap("list").set("e2", entry());
    expect(runs).toBe(1);
    expect(keys).toEqual(["e0", "e1", "e2"]);
  });

  test("follows nothing any more once its owner has ended", () => {
    const doc = docWith(1);
    const store = storeOf(doc);
    dispose();
    mapIn(doc, "e0").set("kind", "met");
    expect(at(store, "e0", "kind")).toBe("need");
  });
});

test("whatever two people do, the store is what the document says", () => {
  const act = fc.record({
    by: fc.constantFrom("me", "partner"),
    what: fc.constantFrom("put", "drop", "type", "set", "nest", "send", "undo"),
    id: fc.constantFrom("a", "b", "c"),
  });
  fc.assert(
    fc.property(fc.array(fc.array(act, { maxLength: 6 }), { maxLength: 12 }), (transactions) => {
      const doc = docWith(0);
      const partner = partnerOf(doc);
      const undo = new Y.UndoManager(doc, { captureTimeout: 0 });
      const store = storeOf(doc);
      for (const acts of transactions) {
        const on = acts[0]?.by === "me" ? doc : partner.doc;
        on.transact(() => {
          for (const { what, id } of acts) change(on, what, id);
        });
        if (acts.some(({ what }) => what === "undo")) undo.undo();
        if (acts.some(({ what }) => what === "send")) partner.send();
        expect(store).toEqual(doc.getMap("list").toJSON());
      }
      dispose();
    }),
  );
});

function change(doc: Y.Doc, what: string, id: string): void {
  const list = doc.getMap("list");
  const map = list.get(id);
  if (what === "put") list.set(id, entry());
  if (what === "drop") list.delete(id);
  if (!(map instanceof Y.Map)) return;
  const text: unknown = map.get("text");
  if (what === "type" && text instanceof Y.Text) text.insert(0, id);
  if (what === "set") map.set("kind", id);
  if (what === "nest") map.set("steps", new Y.Map([["s", entry()]]));
}
