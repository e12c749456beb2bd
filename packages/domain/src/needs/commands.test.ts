import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { entryIn } from "../entries.ts";
import type { EntryId } from "../ids.ts";
import { compareOrder, type Place } from "../order.ts";
import { Command } from "../origin.ts";
import { entryId, makeReplicas, personId, sync } from "../testing/replicas.ts";
import { editText } from "../text.ts";
import { makeUndoManager } from "../undo.ts";
import {
  addNeed,
  moveNeed,
  needText,
  removeNeed,
  setNeedKind,
  setNeedOwner,
  setNeedStatus,
} from "./commands.ts";
import { needsIn, needStatuses } from "./schema.ts";
import { readNeeds } from "./view.ts";

const a = entryId("a");
const b = entryId("b");
const c = entryId("c");
const d = entryId("d");
const sam = personId("sam");
const idsOf = (doc: Y.Doc): readonly EntryId[] => readNeeds(doc).map(({ id }) => id);

function docWith(...ids: EntryId[]): Y.Doc {
  const doc = new Y.Doc();
  for (const id of ids) addNeed(doc, { id, owner: "ours", kind: "need", text: id });
  return doc;
}

describe("adding a need", () => {
  test("puts it last, or behind the need named", () => {
    const doc = docWith(a, b);
    addNeed(doc, {
      id: c,
      owner: sam,
      kind: "concern",
      text: "One\r\ntwo",
      help: "Rest",
      after: a,
    });
    expect(idsOf(doc)).toEqual([a, c, b]);
    expect({ ...readNeeds(doc)[1] }).toMatchObject({
      owner: sam,
      kind: "concern",
      status: "open",
      text: "One\ntwo",
      help: "Rest",
    });
  });

  test("puts it last when the need named has gone", () => {
    const doc = docWith(a, b);
    addNeed(doc, { id: c, owner: sam, kind: "need", after: d });
    expect(idsOf(doc)).toEqual([a, b, c]);
  });

  test("a second time changes nothing", () => {
    const doc = docWith(a);
    addNeed(doc, { id: a, owner: sam, kind: "boundary" });
    expect(readNeeds(doc)[0]?.text).toBe(a);
  });
});

describe("changing a need", () => {
  test("sets whose it is, its kind and whether it is met", () => {
    const doc = docWith(a);
    setNeedOwner(doc, a, sam);
    setNeedKind(doc, a, "desire");
    setNeedStatus(doc, a, "met");
    expect({ ...readNeeds(doc)[0] }).toMatchObject({ owner: sam, kind: "desire", status: "met" });
  });

  test("can be open, partly met, met, or not for now", () => {
    const doc = docWith(a);
    const seen = needStatuses.map((status) => {
      setNeedStatus(doc, a, status);
      return readNeeds(doc)[0]?.status;
    });
    expect(seen).toEqual(["open", "partly", "met", "not-now"]);
  });

  test("is open where its status is one that this client does not know", () => {
    const doc = docWith(a);
    entryIn(needsIn(doc), a)?.set("status", "waiting-for-spring");
    expect(readNeeds(doc)[0]?.status).toBe("open");
  });

  test("does nothing to a need that has gone", () => {
    const doc = docWith(a);
    const before = Y.encodeStateVector(doc);
    setNeedOwner(doc, b, sam);
    moveNeed(doc, b, "up");
    moveNeed(doc, a, { after: b });
    removeNeed(doc, b);
    expect(Y.encodeStateVector(doc)).toEqual(before);
    expect(needText(doc, b, "text")).toBeNull();
  });

  test("moves it up, down, before and after", () => {
    const doc = docWith(a, b, c, d);
    const after = (id: EntryId, place: Place): readonly EntryId[] => {
      moveNeed(doc, id, place);
      return idsOf(doc);
    };
    expect(after(c, "up")).toEqual([a, c, b, d]);
    expect(after(a, "down")).toEqual([c, a, b, d]);
    expect(after(d, { before: c })).toEqual([d, c, a, b]);
    expect(after(d, { after: a })).toEqual([c, a, d, b]);
    expect(after(c, "up")).toEqual([c, a, d, b]);
  });

  test("every command is one transaction under its own name", () => {
    const doc = docWith(a, b);
    const origins: unknown[] = [];
    doc.on("update", (_update: Uint8Array, origin: unknown) => origins.push(origin));
    setNeedStatus(doc, a, "met");
    addNeed(doc, { id: c, owner: sam, kind: "need", text: "x" });
    moveNeed(doc, c, "up");
    removeNeed(doc, a);
    expect(origins.every((origin) => origin instanceof Command)).toBe(true);
    expect(origins.map((origin) => origin instanceof Command && origin.name)).toEqual([
      "needs/status",
      "needs/add",
      "needs/move",
      "needs/remove",
    ]);
  });
});

describe("undo", () => {
  test("brings a removed need back with its place and its texts", () => {
    const doc = docWith(a, b, c);
    const undo = makeUndoManager(doc);
    removeNeed(doc, b);
    expect(idsOf(doc)).toEqual([a, c]);
    undo.undo();
    expect(idsOf(doc)).toEqual([a, b, c]);
    expect(readNeeds(doc)[1]?.text).toBe(b);
    const text = needText(doc, b, "text");
    if (text) editText(doc, text, { index: 0, remove: 1, insert: "A" });
    expect(readNeeds(doc)[1]?.text).toBe(`A${b.slice(1)}`);
  });

  test("brings a removed need back for the partner too, who meanwhile added one", () => {
    const [one, two] = makeReplicas();
    addNeed(one, { id: a, owner: sam, kind: "need", text: "quiet" });
    sync(one, two);
    const undo = makeUndoManager(one);
    removeNeed(one, a);
    addNeed(two, { id: b, owner: sam, kind: "need" });
    sync(one, two);
    undo.undo();
    sync(one, two);
    expect(readNeeds(two).map(({ id, text }) => [id, text])).toEqual([
      [a, "quiet"],
      [b, ""],
    ]);
  });

  test("leaves the partner's words alone", () => {
    const [one, two] = makeReplicas();
    addNeed(one, { id: a, owner: sam, kind: "need", text: "" });
    sync(one, two);
    const undo = makeUndoManager(one);
    for (const [doc, insert] of [
      [one, "mine "],
      [two, "yours"],
    ] as const) {
      const text = needText(doc, a, "text");
      if (text) editText(doc, text, { index: text.length, remove: 0, insert });
      sync(one, two);
    }
    undo.undo();
    expect(readNeeds(one)[0]?.text).toBe("yours");
  });

  test("takes typing in quick succession as one step, and other commands one by one", () => {
    const doc = docWith(a);
    const undo = makeUndoManager(doc);
    const type = (insert: string): void => {
      const text = needText(doc, a, "help");
      if (text) editText(doc, text, { index: text.length, remove: 0, insert });
    };
    type("x");
    type("y");
    setNeedStatus(doc, a, "met");
    type("z");
    expect(undo.undoStack).toHaveLength(3);
    undo.undo();
    undo.undo();
    expect({ ...readNeeds(doc)[0] }).toMatchObject({ help: "xy", status: "open" });
  });
});

type Act = (doc: Y.Doc) => void;
interface Plan {
  readonly on: 0 | 1;
  readonly kind: "add" | "move" | "remove" | "type" | "set" | "sync";
  readonly at: number;
  readonly to: number;
}

const plan: fc.Arbitrary<Plan> = fc.record({
  on: fc.constantFrom(0, 1),
  kind: fc.constantFrom("add", "add", "move", "move", "move", "remove", "type", "set", "sync"),
  at: fc.nat(20),
  to: fc.nat(20),
});

test("two who change the list at once end with the same list, nothing lost or doubled", () => {
  fc.assert(
    fc.property(fc.array(plan, { maxLength: 60 }), (plans) => {
      const docs = makeReplicas();
      const alive = new Set<EntryId>();
      plans.forEach(({ on, kind, at, to }, step) => {
        const doc = docs[on];
        const ids = idsOf(doc);
        const id = ids[at % ids.length];
        const other = ids[to % ids.length];
        const acts: Record<Plan["kind"], Act> = {
          sync: () => sync(...docs),
          add: () => {
            const added = entryId(`n${step}`);
            alive.add(added);
            addNeed(doc, {
              id: added,
              owner: sam,
              kind: "need",
              text: "t",
              ...(other && { after: other }),
            });
          },
          move: () => {
            if (id && other) moveNeed(doc, id, to % 2 === 0 ? { before: other } : { after: other });
          },
          remove: () => {
            if (id && alive.delete(id)) removeNeed(doc, id);
          },
          type: () => {
            const text = id && needText(doc, id, "text");
            if (text) editText(doc, text, { index: to, remove: at % 3, insert: `${step}` });
          },
          set: () => id && setNeedStatus(doc, id, to % 2 === 0 ? "met" : "open"),
        };
        acts[kind](doc);
      });
      sync(...docs);
      const [one, two] = docs.map((doc) => readNeeds(doc).map((need) => ({ ...need })));
      expect(one).toEqual(two);
      expect(new Set(one?.map(({ id }) => id))).toEqual(alive);
      expect(one).toHaveLength(alive.size);
      expect(one).toEqual(one?.toSorted(compareOrder));
    }),
    { numRuns: 200 },
  );
});

test("a need that another client wrote badly is still shown, and can be moved", () => {
  const doc = docWith(a);
  const broken = new Y.Map<unknown>([
    ["order", { not: "a key" }],
    ["owner", 7],
    ["kind", "wish"],
    ["status", null],
    ["text", 3],
  ]);
  needsIn(doc).set(b, broken);
  needsIn(doc).set(c, "not an entry");
  needsIn(doc).set("x", new Y.Map());
  expect(readNeeds(doc).map((need) => ({ ...need }))[1]).toEqual({
    id: b,
    order: "a0",
    owner: "ours",
    kind: "need",
    status: "open",
    text: "",
    help: "",
  });
  moveNeed(doc, b, "up");
  expect(idsOf(doc)).toEqual([b, a]);
  expect(needText(doc, b, "text")).toBeNull();
});
