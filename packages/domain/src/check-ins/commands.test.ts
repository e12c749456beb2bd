import * as v from "valibot";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { parseDay } from "../dates.ts";
import { entryId, makeReplicas, personId, sync } from "../testing/replicas.ts";
import { makeUndoManager } from "../undo.ts";
import { nextAfter, nextOnceBegun, openDays } from "./cadence.ts";
import { addNote, moveNote, removeNote, setEvery, setNextOn, setNoteOwner } from "./commands.ts";
import { AnswerCheckIn, cadenceIn, issueText, noteText } from "./schema.ts";
import { readCadence, readIssue, readNotes } from "./view.ts";

const a = entryId("a");
const b = entryId("b");
const sam = personId("sam");
const day = (text: string) => {
  const parsed = parseDay(text);
  if (!parsed) throw new Error("not a day");
  return parsed;
};

describe("the cadence", () => {
  test("is nobody's until they choose one, and both choose it together", () => {
    const [ada, sams] = makeReplicas();
    expect(readCadence(ada)).toEqual({ every: null, nextOn: null });
    setEvery(ada, "two-weeks");
    setNextOn(sams, day("2026-12-04"));
    sync(ada, sams);
    for (const doc of [ada, sams])
      expect(readCadence(doc)).toEqual({ every: "two-weeks", nextOn: "2026-12-04" });
    setEvery(sams, null);
    expect(readCadence(sams).every).toBeNull();
  });

  test("falls back to none where somebody wrote what it cannot be", () => {
    const doc = new Y.Doc();
    cadenceIn(doc).set("every", "hour");
    cadenceIn(doc).set("nextOn", "2026-02-31");
    expect(readCadence(doc)).toEqual({ every: null, nextOn: null });
  });

  test("says when the next one is, month by month by the day of the month", () => {
    expect(nextAfter(day("2026-11-30"), "week")).toBe("2026-12-07");
    expect(nextAfter(day("2026-11-30"), "two-weeks")).toBe("2026-12-14");
    expect(nextAfter(day("2026-12-30"), "month")).toBe("2027-01-30");
    expect(nextAfter(day("2027-01-31"), "month")).toBe("2027-02-28");
    expect(nextAfter(day("2027-01-31"), null)).toBeNull();
  });

  test("keeps its day of the week once one is begun, and makes nothing of those that were not", () => {
    const today = day("2026-11-25");
    const next = (every: "week" | null, nextOn: string | null) =>
      nextOnceBegun({ every, nextOn: nextOn === null ? null : day(nextOn) }, today);
    expect(next("week", "2026-11-24")).toBe("2026-12-01");
    expect(next("week", "2026-11-03")).toBe("2026-12-01");
    expect(next("week", "2026-11-27")).toBe("2026-11-27");
    expect(next("week", null)).toBe("2026-12-02");
    expect(next("week", "2019-01-01")).toBe("2026-12-02");
    expect(next(null, "2026-11-24")).toBeNull();
  });

  test("is how long a check-in stays open; without one, a week", () => {
    expect(([null, "week", "two-weeks", "month"] as const).map(openDays)).toEqual([7, 7, 14, 30]);
  });
});

describe("the shared notes", () => {
  test("hold appreciations, one issue and what would help, each of which can be left out", () => {
    const doc = new Y.Doc();
    expect([readNotes(doc, "appreciations"), readIssue(doc), readNotes(doc, "help")]).toEqual([
      [],
      "",
      [],
    ]);
    addNote(doc, "help", { id: a, owner: sam, text: "An early night" });
    expect(readNotes(doc, "help")[0]).toMatchObject({ owner: sam, text: "An early night" });
    expect(readNotes(doc, "appreciations")).toEqual([]);
  });

  test("are written by both at once, moved, removed and brought back", () => {
    const [ada, sams] = makeReplicas();
    addNote(ada, "appreciations", { id: a, owner: "ours", text: "You rang" });
    sync(ada, sams);
    addNote(sams, "appreciations", { id: b, owner: "ours", text: "You cooked" });
    noteText(ada, "appreciations", a)?.insert(8, " twice");
    issueText(sams).insert(0, "Mornings");
    sync(ada, sams);
    const words = () => readNotes(ada, "appreciations").map(({ text }) => text);
    expect(words()).toEqual(["You rang twice", "You cooked"]);
    expect(readIssue(ada)).toBe("Mornings");
    moveNote(ada, "appreciations", b, "up");
    setNoteOwner(ada, "appreciations", b, sam);
    expect(words()).toEqual(["You cooked", "You rang twice"]);
    expect(readNotes(ada, "appreciations")[0]?.owner).toBe(sam);
    const undo = makeUndoManager(ada);
    removeNote(ada, "appreciations", a);
    expect(words()).toEqual(["You cooked"]);
    undo.undo();
    expect(words()).toEqual(["You cooked", "You rang twice"]);
  });
});

describe("an answer", () => {
  const lines = { close: 3, backed: null, rested: 0, honest: 4 };
  const said = { appreciation: "", issue: "Mornings", help: "" };

  test("may leave out any part, and pass over any scale", () => {
    expect(v.is(AnswerCheckIn, { answer: said, lines })).toBe(true);
  });

  test.each([
    ["with nothing in it", { answer: { appreciation: " ", issue: "\n", help: "" }, lines }],
    ["beyond a scale", { answer: said, lines: { ...lines, close: 5 } }],
    ["between two of its marks", { answer: said, lines: { ...lines, close: 2.5 } }],
    ["without its scales", { answer: said }],
    ["as long as a book", { answer: { ...said, help: "x".repeat(2001) }, lines }],
  ])("%s is none", (_, body) => {
    expect(v.is(AnswerCheckIn, body)).toBe(false);
  });
});
