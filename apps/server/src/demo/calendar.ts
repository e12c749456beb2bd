import type { PersonId } from "@concord/domain/ids";
import { calendarSubject } from "@concord/domain/ledger/subjects";

import type { Word } from "./word.ts";

/** One of the two would like what belongs to both in their calendars; the other may say so too. */
export const wishForCalendar = (word: Word, author: PersonId): Promise<void> =>
  word.declare(author, { kind: "calendar", subject: calendarSubject, body: {} });
