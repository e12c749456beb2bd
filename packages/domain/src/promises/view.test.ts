import * as fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { Declaration } from "../ledger/schema.ts";
import { viewLedger } from "../ledger/view.ts";
import { entryId, personId } from "../testing/replicas.ts";
import { promiseStates } from "./declared.ts";
import { readPromises } from "./view.ts";

const maya = personId("maya");
const jonas = personId("jonas");

interface Said {
  readonly by?: string;
  readonly promise?: string;
  readonly action?: string;
  readonly due?: string;
  readonly state?: string;
  /** Appreciates instead. */
  readonly thanks?: string;
  /** Takes a row back instead, counting from 1. */
  readonly takesBack?: number;
}

/** Rows in their order, as the server would keep them if it refused nothing. */
const rowsOf = (said: readonly Said[]): readonly Declaration[] =>
  said.map(
    ({ by = maya, promise = "cooking", action = "I cook", thanks, takesBack, ...rest }, at) => {
      const { due = "2026-12-01", state = "open" } = rest;
      const subject = `promise/${entryId(promise)}`;
      const kept = { seq: at + 1, id: `row-${at + 1}-----`, author: by, day: "2026-11-24" };
      if (takesBack !== undefined) {
        const taken = `declaration/row-${takesBack}-----`;
        return v.parse(Declaration, { ...kept, kind: "withdrawal", subject: taken, body: {} });
      }
      if (thanks !== undefined) {
        const body = { words: thanks };
        return v.parse(Declaration, { ...kept, kind: "appreciation", subject, body });
      }
      const body = { cue: "it is Friday", action, due, state, from: null };
      return v.parse(Declaration, { ...kept, kind: "promise", subject, body });
    },
  );

const read = (...said: readonly Said[]) => readPromises(viewLedger(rowsOf(said)));

describe("a promise as it stands", () => {
  test("is its maker's words, by their day", () => {
    expect(read({})).toMatchObject([
      {
        id: entryId("cooking"),
        author: maya,
        cue: "it is Friday",
        action: "I cook",
        due: "2026-12-01",
        state: "open",
        saidOn: "2026-11-24",
        from: null,
        earlier: [],
        appreciations: [],
      },
    ]);
  });

  test("mechanic 12: renegotiated, it says what it was before, and may be so again", () => {
    const [promise] = read(
      { action: "I cook every day" },
      { action: "I cook", due: "2026-12-05" },
      { action: "I cook", due: "2026-12-09" },
      { action: "I cook", due: "2026-12-09", state: "kept" },
    );
    expect(promise).toMatchObject({ action: "I cook", due: "2026-12-09", state: "kept" });
    expect(promise?.earlier).toMatchObject([
      { action: "I cook every day", due: "2026-12-01" },
      { action: "I cook", due: "2026-12-05" },
    ]);
  });

  test("is gone once it was taken back, with whatever it said before", () => {
    expect(read({}, { takesBack: 1 })).toEqual([]);
    expect(read({}, { action: "I bake" }, { takesBack: 2 })).toEqual([]);
  });

  test("mechanic 7: is appreciated by the other when they feel it, as often as they like, and each is taken back alone", () => {
    const words = (...said: readonly Said[]) =>
      read(...said)[0]?.appreciations.map(({ words }) => words);
    const thanks = [
      { by: jonas, thanks: "Thank you" },
      { by: jonas, thanks: "That was kind" },
    ];
    expect(words({}, ...thanks)).toEqual(["Thank you", "That was kind"]);
    expect(words({}, ...thanks, { by: jonas, takesBack: 2 })).toEqual(["That was kind"]);
    expect(words({}, { by: maya, thanks: "Well done me" })).toEqual([]);
  });

  test("stands in a calm order: open ones by their day, then what has ended, the latest first", () => {
    const order = read(
      { promise: "kept", due: "2026-12-01" },
      { promise: "far", due: "2026-12-20" },
      { promise: "near", due: "2026-11-20" },
      { promise: "released", due: "2026-11-02" },
      { promise: "kept", due: "2026-12-01", state: "kept" },
      { promise: "released", due: "2026-11-02", state: "released" },
      { promise: "nearer", due: "2026-11-20" },
    );
    expect(order.map(({ id }) => id)).toEqual(
      ["near", "nearer", "far", "released", "kept"].map(entryId),
    );
  });

  test("pitfall 12: has no rate, no count and no word for a day that went by", () => {
    const [promise] = read({ due: "2001-01-01" });
    expect(promise?.state).toBe("open");
    expect(Object.keys(promise ?? {}).sort()).toEqual(
      [
        ["action", "appreciations", "author", "cue", "declaration"],
        ["due", "earlier", "from", "id", "saidOn", "state"],
      ].flat(),
    );
  });

  test("S4 nobody else's rows change it, whatever they try", () => {
    const anything = fc.record({
      by: fc.constantFrom(maya, jonas),
      promise: fc.constantFrom("one", "two", "three"),
      action: fc.constantFrom("I cook", "I bake"),
      due: fc.constantFrom("2026-12-01", "2026-12-02"),
      state: fc.constantFrom(...promiseStates),
    });
    const takingBack = fc.record({
      by: fc.constantFrom(maya, jonas),
      takesBack: fc.integer({ min: 1, max: 20 }),
    });
    const first = ["one", "two", "three"].map((promise, at) => ({
      by: at === 1 ? jonas : maya,
      promise,
    }));
    const tries = fc.array(fc.oneof(anything, takingBack), { maxLength: 17 });
    fc.assert(
      fc.property(tries, (tried) => {
        const rows = rowsOf([...first, ...tried]);
        for (const person of [maya, jonas]) {
          const of = (all: readonly Declaration[]) =>
            readPromises(viewLedger(all)).filter(({ author }) => author === person);
          const mine = first.filter(({ by }) => by === person).map(({ promise }) => promise);
          const alone = of(rows.filter(({ author }) => author === person));
          const isMine = ({ id }: { readonly id: string }) =>
            mine.map(entryId).some((it) => it === id);
          expect(of(rows).filter(isMine)).toEqual(alone.filter(isMine));
        }
      }),
    );
  });
});
