import type { PersonId } from "@concord/domain/ids";
import { type Room, roomName } from "@concord/domain/rooms";
import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";

/** Person and role are part of the name: nothing that one may not see is found by another. */
export const localName = (person: PersonId, room: Room): string =>
  `concord/${person}/partner/${roomName(room)}`;

/**
 * Keeps a copy of a document on this device, so that a partner can write offline. Resolves once
 * what was kept is in the document: true if it is kept from now on, false where this device
 * refuses (private windows, full disks). It ends with the document.
 */
export async function keepLocally(name: string, doc: Y.Doc): Promise<boolean> {
  if (!("indexedDB" in globalThis)) return false;
  const persistence = new IndexeddbPersistence(name, doc);
  try {
    await persistence._db;
  } catch {
    return false;
  }
  await persistence.whenSynced;
  return true;
}
