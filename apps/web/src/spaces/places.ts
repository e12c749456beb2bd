import { type RoomPath, ownerOf, parseRoomPath } from "@concord/domain/rooms";
import type { Space } from "@concord/domain/spaces/schema";

/** Where one can go in a space. */
const places = [
  "home",
  "me",
  "asks",
  "check-ins",
  "needs",
  "goals",
  "agreements",
  "promises",
  "people",
  "calendar",
  "export",
] as const;
export type Place = (typeof places)[number];

/** Those that a phone has room for; the others are a step further, under "more". */
export const firstPlaces: readonly Place[] = ["home", "needs", "goals", "agreements"];

/** Which of a space's places are open to whoever looks: all to a partner, what was named else. */
export function placesOf(space: Space): readonly Place[] {
  if (space.you.role === "partner") return places;
  const open = space.you.rooms;
  const has = (test: (room: RoomPath) => boolean) => open.some(test);
  return [
    "home",
    ...(has((room) => room === "asks") ? (["asks"] as const) : []),
    ...(has((room) => room === "check-ins") ? (["check-ins"] as const) : []),
    ...(has((room) => room === "needs") ? (["needs"] as const) : []),
    ...(has((room) => isPartOf("goals", room)) ? (["goals"] as const) : []),
    ...(has((room) => room === "agreements") ? (["agreements"] as const) : []),
  ];
}

export const placePath = (space: Space, place: Place): string =>
  place === "home" ? `/space/${space.id}` : `/space/${space.id}/${place}`;

/** Whether the page of one document shows another as well: the goals, each partner's own. */
const isPartOf = (page: RoomPath, room: RoomPath): boolean =>
  room === page || (page === "goals" && ownerOf(room) !== null);

/** The document that a page of a space shows, or null where it shows none. */
export function roomOfPage(pathname: string): RoomPath | null {
  const [, , , place, id] = pathname.split("/");
  if (place === "agreements" && id) return parseRoomPath(`agreement/${id}`);
  if (place === "check-ins" && id) return parseRoomPath(`check-in/${id}`);
  return parseRoomPath(place ?? "");
}

/** The names of those admitted to look on now: anywhere in the space, or on one document's page. */
export function lookersOn(space: Space, room?: RoomPath): readonly string[] {
  if (space.you.role !== "partner") return [];
  const names = space.grants.flatMap((grant) =>
    grant.inEffect && grant.observer && (!room || grant.rooms.some((open) => isPartOf(room, open)))
      ? [grant.observer.name]
      : [],
  );
  return [...new Set(names)];
}
