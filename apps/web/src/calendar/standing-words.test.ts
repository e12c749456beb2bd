import type { CalendarWords } from "@concord/domain/calendar/word";
import { Declaration } from "@concord/domain/ledger/schema";
import * as v from "valibot";
import { expect, test } from "vitest";

import { jonas, maya } from "../accounts/testing.ts";
import { calendar } from "../i18n/en/calendar.ts";
import { standingInWords } from "./standing-words.ts";
import { webcalOf } from "./webcal.ts";

const word = (author: string) => {
  const row = v.parse(Declaration, {
    seq: 1,
    id: "row-of-calendar",
    author,
    kind: "calendar",
    subject: "calendar",
    body: {},
    day: "2026-11-01",
  });
  if (row.kind !== "calendar") throw new Error("another kind");
  return row;
};

const said = (mine: boolean, theirs: boolean): CalendarWords => ({
  mine: mine ? word(maya) : null,
  theirs: theirs ? word(jonas) : null,
  both: mine && theirs,
});

test.each([
  [said(false, false), "They’re in nobody’s calendar now."],
  [said(true, false), "You’ve said yes. They’re in it once Jonas says so too."],
  [said(false, true), "Jonas has said yes. They’re in it once you say so too."],
  [said(true, true), "You’ve both said yes: they’re in both your addresses."],
])("S6 says plainly who has said so, and that it needs both (%#)", (words, sentence) => {
  expect(standingInWords(words, "Jonas", calendar.holds)).toBe(sentence);
});

test("S6 says to one alone that this is for two", () => {
  expect(standingInWords(said(true, false), null, calendar.holds)).toMatch(/only you/);
});

test.each([
  ["https://concord.example/calendar/A.ics", "webcal://concord.example/calendar/A.ics"],
  ["http://localhost:3000/calendar/A.ics", "webcal://localhost:3000/calendar/A.ics"],
])("%s is offered to the device's calendar as %s", (url, offered) => {
  expect(webcalOf(url)).toBe(offered);
});
