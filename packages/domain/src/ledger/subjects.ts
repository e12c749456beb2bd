import * as v from "valibot";

import { EntryId, isEntryId } from "../ids.ts";
import { parseRoomPath, type RoomPath } from "../rooms.ts";

/**
 * What a declaration is about, as a path: an entry of a document (`needs/<entry>`,
 * `agreement/<id>/<clause>`), or something that only the ledger knows (`promise/<id>`).
 */
export const Subject = v.pipe(
  v.string(),
  v.regex(/^[a-z-]+(\/[A-Za-z0-9_-]{1,64}){0,3}$/, "not a subject"),
  v.brand("Subject"),
);
export type Subject = v.InferOutput<typeof Subject>;

/** One entry of one shared document. */
export interface EntrySubject {
  readonly room: RoomPath;
  readonly entry: EntryId;
}

export const subjectOfEntry = (room: RoomPath, entry: EntryId): Subject =>
  v.parse(Subject, `${room}/${entry}`);

/** The entry that a subject names, or null where it names something else. */
export function entryOfSubject(subject: Subject): EntrySubject | null {
  const slash = subject.lastIndexOf("/");
  const room = parseRoomPath(subject.slice(0, Math.max(slash, 0)));
  const entry = v.safeParse(EntryId, subject.slice(slash + 1));
  return room && entry.success ? { room, entry: entry.output } : null;
}

export const subjectOfPromise = (id: EntryId): Subject => v.parse(Subject, `promise/${id}`);

/** The promise that a subject names, or null where it names something else. */
export function promiseOfSubject(subject: Subject): EntryId | null {
  const [sort, id, ...rest] = subject.split("/");
  return sort === "promise" && rest.length === 0 && isEntryId(id) ? id : null;
}

export const subjectOfCheckIn = (id: EntryId): Subject => v.parse(Subject, `check-in/${id}`);
export const calendarSubject: Subject = v.parse(Subject, "calendar");

/** Whether a subject is one of that sort: `promise`, `check-in`, … */
export const isAbout = (subject: Subject, sort: string): boolean => subject.startsWith(`${sort}/`);
