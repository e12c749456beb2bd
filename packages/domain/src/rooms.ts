import * as v from "valibot";

import {
  type EntryId,
  EntryId as EntryIdSchema,
  type SpaceId,
  SpaceId as SpaceIdSchema,
} from "./ids.ts";

/** Where a document stands within its space: `needs`, `agreement/<id>`, … */
export type RoomPath =
  | "needs"
  | "goals"
  | "asks"
  | "agreements"
  | `agreement/${EntryId}`
  | `session/${EntryId}`;

/** One shared document. Its name on the wire is `<space>/<path>`. */
export interface Room {
  readonly space: SpaceId;
  readonly path: RoomPath;
}

const lists = ["needs", "goals", "asks", "agreements"] as const;
const kinds = ["agreement", "session"] as const;

/** The path that a text names, or null where no such room can exist. */
export function parseRoomPath(text: string): RoomPath | null {
  const list = lists.find((name) => name === text);
  if (list) return list;
  const [kind, id, ...rest] = text.split("/");
  const known = kinds.find((name) => name === kind);
  const parsed = v.safeParse(EntryIdSchema, id);
  return known && parsed.success && rest.length === 0 ? `${known}/${parsed.output}` : null;
}

/** The room that `<space>/<path>` names, or null where no such room can exist. */
export function parseRoom(name: string): Room | null {
  const slash = name.indexOf("/");
  if (slash < 0) return null;
  const space = v.safeParse(SpaceIdSchema, name.slice(0, slash));
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
