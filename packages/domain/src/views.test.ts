import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { goalsIn } from "./goals/schema.ts";
import { readGoals } from "./goals/view.ts";
import type { EntryId } from "./ids.ts";
import { needsIn } from "./needs/schema.ts";
import { needViews, readNeeds } from "./needs/view.ts";
import { plainOf } from "./plain.ts";
import { entryId } from "./testing/replicas.ts";
import { entryViews, field, type Raw } from "./views.ts";

const a = entryId("a");
const b = entryId("b");

describe("the views of a list", () => {
  test("stay the same objects while their entries move and change, and show the change", () => {
    const one = { order: "a0", text: "one" };
    const raw = { [a]: one, [b]: { order: "a1", text: "two" } };
    const views = needViews(() => raw);
    const [first, second] = views();
    one.order = "a2";
    one.text = "three";
    expect(views()).toEqual([second, first]);
    expect(views()[1]).toBe(first);
    expect(first?.text).toBe("three");
  });

  test("go with their entries, and come anew", () => {
    const raw: Record<string, unknown> = { [a]: {} };
    const views = needViews(() => raw);
    const [gone] = views();
    delete raw[a];
    expect(views()).toEqual([]);
    expect(gone?.text).toBe("");
    raw[a] = { text: "back" };
    expect(views()[0]).not.toBe(gone);
    expect(gone?.text).toBe("back");
  });

  test("read a field only when it is asked for", () => {
    const read: string[] = [];
    const entry = new Proxy<Record<string, unknown>>(
      {},
      { get: (_, key) => void read.push(String(key)) },
    );
    const views = entryViews(
      () => ({ [a]: entry }),
      (id: EntryId, raw: Raw) => ({
        id,
        order: "a0",
        get text() {
          return field(raw(), "text");
        },
      }),
    );
    const [view] = views();
    expect(read).toEqual([]);
    expect([view?.text, read]).toEqual([undefined, ["text"]]);
  });

  test.each([undefined, null, 3, "text", [], [{}], { x: {} }, { [a]: 3 }, { [a]: [] }])(
    "of %j there are none",
    (raw) => expect(needViews(() => raw)()).toEqual([]),
  );
});

describe("what somebody has nested without end", () => {
  function nested(root: Y.Map<unknown>): void {
    let map = root;
    for (let depth = 0; depth < 20_000; depth += 1) {
      map.set("steps", new Y.Map<unknown>());
      const next = map.get("steps");
      if (next instanceof Y.Map) map = next;
    }
  }

  test("does not keep the rest from being read", () => {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const root of [needsIn(doc), goalsIn(doc)]) {
        const entry = new Y.Map<unknown>();
        root.set(a, entry);
        nested(entry);
      }
    });
    expect(readNeeds(doc)).toHaveLength(1);
    expect(readGoals(doc)).toHaveLength(1);
  });

  test("and no name in a document changes what an object is", () => {
    const doc = new Y.Doc();
    doc.getMap("needs").set("__proto__", new Y.Map([["polluted", true]]));
    expect(Object.getPrototypeOf(plainOf(needsIn(doc)))).toBe(Object.prototype);
  });
});
