import * as v from "valibot";

import { type EntryId, isEntryId, isPersonId, type PersonId, SpaceId } from "./ids.ts";

/** Where a document stands within its space: `needs`, `agreement/<id>`, … */
export type RoomPath =
  | "needs"
  | "goals"
  | "asks"
  | "agreements"
  | "check-ins"
  | `agreement/${EntryId}`
  | `check-in/${EntryId}`
  | `session/${EntryId}`
  | `own-goals/${PersonId}`;

/** One shared document. Its name on the wire is `<space>/<path>`. */
export interface Room {
  readonly space: SpaceId;
  readonly path: RoomPath;
}

const lists = ["needs", "goals", "asks", "agreements", "check-ins"] as const;
const kinds = ["agreement", "check-in", "session"] as const;
/** What one person alone writes, and the partner reads. */
const own = "own-goals";

/** The path that a text names, or null where no such room can exist. */
export function parseRoomPath(text: string): RoomPath | null {
  const list = lists.find((name) => name === text);
  if (list) return list;
  const [kind, id, ...rest] = text.split("/");
  if (rest.length > 0) return null;
  if (kind === own) return isPersonId(id) ? `${own}/${id}` : null;
  const known = kinds.find((name) => name === kind);
  return known && isEntryId(id) ? `${known}/${id}` : null;
}

/** Where a person's own goals stand. */
export const ownGoalsOf = (person: PersonId): RoomPath => `${own}/${person}`;

/** The one person who writes in a room, or null where both partners do. */
export function ownerOf(path: RoomPath): PersonId | null {
  const [kind, id] = path.split("/");
  return kind === own && isPersonId(id) ? id : null;
}

/** The room that `<space>/<path>` names, or null where no such room can exist. */
export function parseRoom(name: string): Room | null {
  const slash = name.indexOf("/");
  if (slash < 0) return null;
  const space = v.safeParse(SpaceId, name.slice(0, slash));
  const path = parseRoomPath(name.slice(slash + 1));
  return space.success && path ? { space: space.output, path } : null;
}

export const roomName = (room: Room): string => `${room.space}/${room.path}`;

/** Parses a room's path out of anything: the schema for bodies that list rooms. */
export const RoomPath = v.pipe(
  v.string(),
  v.rawTransform<string, RoomPath>(({ dataset, addIssue, NEVER }) => {
    const path = parseRoomPath(dataset.value);
    if (path) return path;
    addIssue({ message: "no such room" });
    return NEVER;
  }),
);
