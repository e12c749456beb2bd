import * as fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { addClause, removeClause } from "../agreements/commands.ts";
import { clauseBody } from "../agreements/schema.ts";
import type { PlannedDate } from "../calendar/dates.ts";
import { daysAfter } from "../calendar/days.ts";
import { Day } from "../dates.ts";
import { hashOf } from "../ledger/canonical.ts";
import { Declaration } from "../ledger/schema.ts";
import { type Subject, subjectOfEntry } from "../ledger/subjects.ts";
import { viewLedger } from "../ledger/view.ts";
import { addNeed } from "../needs/commands.ts";
import { entryId, personId } from "../testing/replicas.ts";
import { awaitingMyWord, lineOf, isSurelyOurs } from "./awaiting.ts";
import { duePromises } from "./due.ts";
import { nearDates } from "./near.ts";
import { isAwaited } from "./still-awaited.ts";

const maya = personId("maya");
const jonas = personId("jonas");
const us = { me: maya, partners: [maya, jonas] };
const evenings = `agreement/${entryId("evenings")}` as const;
const clause = subjectOfEntry(evenings, entryId("clause"));
const day = (text: string): Day => v.parse(Day, text);

type Row = Record<string, unknown>;

/** Rows in their order, as the server keeps them. */
const ledgerOf = (...rows: readonly Row[]) =>
  viewLedger(
    rows.map((row, at) =>
      v.parse(Declaration, { seq: at + 1, id: `row-${at + 1}-----`, day: "2026-11-01", ...row }),
    ),
  );

const assent = (author: string, text: string, subject: Subject = clause): Row => ({
  kind: "assent",
  author,
  subject,
  body: { text, hash: hashOf(text), reviewOn: null },
});

const withdrawal = (author: string, of: number): Row => ({
  kind: "withdrawal",
  author,
  subject: `declaration/row-${of}-----`,
  body: {},
});

describe("what awaits my word", () => {
  test.each([
    ["nobody has agreed", [], 0],
    ["the other has", [assent(jonas, "a")], 1],
    ["only I have", [assent(maya, "a")], 0],
    ["both have", [assent(jonas, "a"), assent(maya, "a")], 0],
    ["the other has taken it back", [assent(jonas, "a"), withdrawal(jonas, 1)], 0],
    ["I have taken mine back", [assent(jonas, "a"), assent(maya, "a"), withdrawal(maya, 2)], 1],
    ["the other has agreed anew", [assent(maya, "a"), assent(jonas, "b")], 1],
    ["I have agreed anew, which is theirs to see", [assent(jonas, "a"), assent(maya, "b")], 0],
  ])("where %s", (_, rows, count) => {
    expect(awaitingMyWord(ledgerOf(...rows), us)).toHaveLength(count);
  });

  test("has the words that the other stands by, and says whether mine was on others", () => {
    const ledger = ledgerOf(assent(maya, "at seven"), assent(jonas, "at eight"));
    expect(awaitingMyWord(ledger, us)).toEqual([
      { room: evenings, entry: entryId("clause"), subject: clause, text: "at eight", again: true },
    ]);
  });

  test("never waits for both at once about the same words, and for nobody who is alone", () => {
    const rows = fc.array(fc.tuple(fc.constantFrom(maya, jonas), fc.constantFrom("a", "b", "c")), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, (said) => {
        const ledger = ledgerOf(...said.map(([author, text]) => assent(author, text)));
        const his = awaitingMyWord(ledger, { me: jonas, partners: us.partners });
        expect(his.length + awaitingMyWord(ledger, us).length).toBeLessThanOrEqual(1);
        expect(awaitingMyWord(ledger, { me: maya, partners: [maya] })).toEqual([]);
        expect(awaitingMyWord(ledger, { ...us, me: personId("ruth") })).toEqual([]);
      }),
    );
  });

  test.each([
    [evenings, "# Calm\nMore", "Calm More"],
    [evenings, "We do not\n- shout,\n  - ever\n- sulk", "We do not shout, ever sulk"],
    [evenings, "2. then", "then"],
    [evenings, "We eat at seven.", "We eat at seven."],
    ["needs", "need: To rest\nwhat would help: tea", "To rest"],
    ["goals", "A walk every week\nwhy: air", "A walk every week"],
    ["goals", "", ""],
  ] as const)("is known by one line: %s %j", (room, text, line) => {
    expect(lineOf({ room, text })).toBe(line);
  });
});

describe("what awaits my word, by its document", () => {
  const text = "We eat at seven.";
  const content = [{ type: "paragraph" as const, runs: [text] }];
  const awaitedIn = (doc: Y.Doc, ...rows: readonly Row[]) => {
    const ledger = ledgerOf(...rows);
    return awaitingMyWord(ledger, us).filter((each) => isAwaited(each, doc, ledger, maya));
  };

  test("is so only while the words are there, as the other agreed to them", () => {
    const doc = new Y.Doc();
    expect(awaitedIn(doc, assent(jonas, text))).toEqual([]);
    addClause(doc, { id: entryId("clause"), content });
    expect(awaitedIn(doc, assent(jonas, text))).toHaveLength(1);
    clauseBody(doc, entryId("clause"))?.insert(1, [new Y.XmlElement("paragraph")]);
    expect(awaitedIn(doc, assent(jonas, text))).toHaveLength(1);
    clauseBody(doc, entryId("clause"))?.delete(0, 1);
    expect(awaitedIn(doc, assent(jonas, text))).toEqual([]);
    removeClause(doc, entryId("clause"));
    expect(awaitedIn(doc, assent(jonas, text))).toEqual([]);
  });

  test("is not where I stand by these words already, though the other said others in between", () => {
    const doc = new Y.Doc();
    addClause(doc, { id: entryId("clause"), content });
    expect(awaitedIn(doc, assent(maya, text), assent(jonas, "others"))).toEqual([]);
  });

  test("is never what the other says of a need of their own: nobody is asked about that", () => {
    const doc = new Y.Doc();
    const fields = { kind: "boundary", text: "My phone" } as const;
    addNeed(doc, { id: entryId("his"), owner: jonas, ...fields });
    addNeed(doc, { id: entryId("ours"), owner: "ours", ...fields });
    const about = (name: string) => subjectOfEntry("needs", entryId(name));
    const rows = ["his", "ours"].map((name) => assent(jonas, "boundary: My phone", about(name)));
    expect(awaitedIn(doc, ...rows).map(({ entry }) => entry)).toEqual([entryId("ours")]);
    expect(awaitingMyWord(ledgerOf(...rows), us).some(isSurelyOurs)).toBe(false);
  });
});

describe("promises whose day has come", () => {
  const promise = (author: string, name: string, due: string, state = "open"): Row => ({
    kind: "promise",
    author,
    subject: `promise/${entryId(name)}`,
    body: { cue: "", action: name, due, state, from: null },
  });
  const due = (...rows: readonly Row[]) =>
    duePromises(ledgerOf(...rows), maya, day("2026-11-10")).map(({ action }) => action);

  test("are those of today and before, and none of later days", () => {
    const rows = [
      promise(maya, "cook", "2026-11-10"),
      promise(maya, "call", "2026-11-02"),
      promise(maya, "paint", "2026-11-11"),
    ];
    expect(due(...rows)).toEqual(["call", "cook"]);
  });

  test("pitfall 12: are mine alone, never what the other promised", () => {
    expect(due(promise(jonas, "cook", "2026-11-10"))).toEqual([]);
  });

  test("are none that were kept, released, given another day or taken back", () => {
    expect(due(promise(maya, "a", "2026-11-02"), promise(maya, "a", "2026-11-02", "kept"))).toEqual(
      [],
    );
    expect(
      due(promise(maya, "a", "2026-11-02"), promise(maya, "a", "2026-11-02", "released")),
    ).toEqual([]);
    expect(due(promise(maya, "a", "2026-11-02"), promise(maya, "a", "2026-12-24"))).toEqual([]);
    expect(due(promise(maya, "a", "2026-11-02"), withdrawal(maya, 1))).toEqual([]);
  });
});

describe("the days that are near", () => {
  const date = (on: Day, more: Partial<PlannedDate> = {}): PlannedDate => ({
    sort: "step",
    key: `goals/${on}`,
    day: on,
    every: null,
    room: "goals",
    words: "",
    ...more,
  });
  const today = day("2026-11-10");

  test.each([
    ["2026-11-09", null, null],
    ["2026-11-10", null, "2026-11-10"],
    ["2026-11-24", null, "2026-11-24"],
    ["2026-11-25", null, null],
    ["2026-10-01", "week", "2026-11-12"],
    ["2026-10-01", "month", null],
    ["2026-10-20", "month", "2026-11-20"],
  ] as const)("of %s, each %s: %s", (on, every, next) => {
    const found = nearDates([date(day(on), { every })], today).map((near) => near.next);
    expect(found).toEqual(next === null ? [] : [next]);
  });

  test("come in their order, and none of them lies in the past", () => {
    const days = fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 20 });
    fc.assert(
      fc.property(days, (offsets) => {
        const near = nearDates(
          offsets.map((offset) => date(daysAfter(today, offset))),
          today,
        ).map(({ next }) => next);
        expect(near).toEqual(near.toSorted());
        expect(near).toHaveLength(offsets.filter((each) => each >= 0 && each <= 14).length);
      }),
    );
  });
});
