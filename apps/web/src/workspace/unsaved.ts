import type { PersonId } from "@concord/domain/ids";
import { type Room, roomName } from "@concord/domain/rooms";

/**
 * The rooms with something that the server has not acknowledged, as this device remembers them.
 * It outlives the page: what was written offline is still unsaved when the browser comes back.
 */
const pattern = /^concord\/[^/]+\/(unsaved|aside)\//;
const keyOf = (person: PersonId, room: Room) => `concord/${person}/unsaved/${roomName(room)}`;

/** Whether anything that was written on this device is not with the server, yet or for good. */
export function hasUnsaved(): boolean {
  return storedKeys().some((key) => pattern.test(key));
}

/** A person's rooms that have something left to send. */
export function unsavedRooms(person: PersonId): readonly string[] {
  const prefix = `concord/${person}/unsaved/`;
  return storedKeys()
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}

export function rememberUnsaved(person: PersonId, room: Room, unsaved: boolean): void {
  try {
    if (unsaved) localStorage.setItem(keyOf(person, room), "yes");
    else localStorage.removeItem(keyOf(person, room));
  } catch {
    // A device that stores nothing remembers nothing; the page itself still knows.
  }
}

/** All that this device remembers, by name. */
export function storedKeys(): readonly string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? "");
  } catch {
    return [];
  }
}
