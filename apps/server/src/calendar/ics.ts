import { createHash } from "node:crypto";

import type { PlannedDate } from "@concord/domain/calendar/dates";
import { daysAfter } from "@concord/domain/calendar/days";
import type { Day } from "@concord/domain/dates";
import ical, { ICalEventClass, ICalEventTransparency } from "ical-generator";

/** All that a feed says of a date besides its day: nothing that anybody has written (S6, S25). */
const titles: Record<PlannedDate["sort"], string> = {
  step: "A next step",
  review: "Time to look again",
  "check-in": "Check-in",
};

/** How far back and ahead a feed goes, in days; and how much it holds, whatever a document does. */
const past = 366;
const ahead = 10 * 366;
const most = 1000;

export interface FeedFacts {
  /** What makes the events' ids this person's alone. */
  readonly salt: string;
  readonly today: Day;
  /** When the address was made: the one time in it that is not a date's. */
  readonly createdAt: number;
}

/** A feed as a calendar reads it (RFC 5545). The same dates are the same text. */
export function calendarText(dates: readonly PlannedDate[], facts: FeedFacts): string {
  const { salt, today, createdAt } = facts;
  const from = daysAfter(today, -past);
  const until = daysAfter(today, ahead);
  const within = dates.filter(({ day, every }) => (every !== null || day >= from) && day <= until);
  const calendar = ical({
    name: "Concord",
    prodId: { company: "Concord", product: "Concord", language: "EN" },
    ttl: 6 * 60 * 60,
  });
  for (const { sort, key, day, every } of within.slice(0, most))
    calendar.createEvent({
      id: idOf(salt, key),
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      summary: titles[sort],
      stamp: new Date(createdAt),
      repeating: every === null ? null : ruleOf(day, every),
      // It takes nothing of the day, and is nobody else's to see where a calendar is shared.
      transparency: ICalEventTransparency.TRANSPARENT,
      class: ICalEventClass.PRIVATE,
    });
  return calendar.toString();
}

/** Stable, so that a calendar knows a date again that has moved; and says nothing by itself. */
const idOf = (salt: string, key: string): string =>
  createHash("sha256").update(`concord calendar 1\n${salt}\n${key}`).digest("hex").slice(0, 40);

function ruleOf(day: Day, every: NonNullable<PlannedDate["every"]>): string {
  if (every !== "month") return `RRULE:FREQ=WEEKLY;INTERVAL=${every === "week" ? 1 : 2}`;
  const date = Number(day.slice(8));
  if (date <= 28) return "RRULE:FREQ=MONTHLY";
  // A shorter month has it on its last day, and does not leave it out.
  const dates = Array.from({ length: date - 27 }, (_, at) => 28 + at);
  return `RRULE:FREQ=MONTHLY;BYMONTHDAY=${dates.join(",")};BYSETPOS=-1`;
}
