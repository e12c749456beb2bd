import type { PlannedDate } from "@concord/domain/calendar/dates";
import { type Day, parseDay } from "@concord/domain/dates";
import { describe, expect, it } from "vitest";

import { readIcs } from "../testing/ics.ts";
import { calendarText } from "./ics.ts";

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error("not a day");
  return parsed;
}

const facts = { salt: "us", today: day("2026-11-15"), createdAt: 0 };

const date = (on: string, more: Partial<PlannedDate> = {}): PlannedDate => ({
  sort: "step",
  key: on,
  day: day(on),
  every: null,
  room: "goals",
  words: "",
  ...more,
});

const events = (...dates: PlannedDate[]) => readIcs(calendarText(dates, facts));

describe("the text of a feed", () => {
  it.each([
    ["week", "2026-12-31", "FREQ=WEEKLY;INTERVAL=1"],
    ["two-weeks", "2026-12-31", "FREQ=WEEKLY;INTERVAL=2"],
    ["month", "2026-12-28", "FREQ=MONTHLY"],
    ["month", "2026-12-31", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"],
  ] as const)("says of each %s from %s on: %s", (every, on, rule) => {
    expect(events(date(on, { sort: "check-in", every }))[0]?.["RRULE"]).toBe(rule);
  });

  it("holds what is near, what is to come, and what comes back, and not more than calendars bear", () => {
    const long = date("0001-01-01", { every: "month" });
    const found = events(date("2024-01-01"), date("2026-11-01"), date("9999-12-31"), long);
    expect(found.map((event) => event["DTSTART;VALUE=DATE"])).toEqual(["20261101", "00010101"]);
    const many = Array.from({ length: 5000 }, (_, at) => date("2026-12-01", { key: `${at}` }));
    expect(events(...many)).toHaveLength(1000);
  });

  it("is a calendar even where there is nothing in it", () => {
    expect(events()).toEqual([]);
  });
});
