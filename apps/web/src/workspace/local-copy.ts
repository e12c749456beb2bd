import type { PersonId } from "@concord/domain/ids";
import { type Room, roomName } from "@concord/domain/rooms";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";

const epochKey = "epoch";
const countKey = (person: PersonId, room: Room) => `concord/${person}/copy/${roomName(room)}`;

/**
 * Person and role are part of the name: nothing that one may not see is found by another. So is
 * how many copies of the room there were before: each is of one history of the room for as long
 * as it lasts, and two are never mixed, however many pages have them open.
 */
export function localName(person: PersonId, room: Room): string {
  const count = storedCount(person, room);
  return `concord/${person}/partner/${roomName(room)}${count === 0 ? "" : `@${count}`}`;
}

/**
 * From now on the room's copy is a new one, if it still is `old`. False where this device does not
 * remember that: then `old` stays its copy.
 */
export function beginNewCopy(person: PersonId, room: Room, old: string): boolean {
  if (localName(person, room) !== old) return true;
  try {
    localStorage.setItem(countKey(person, room), String(storedCount(person, room) + 1));
    return true;
  } catch {
    return false;
  }
}

function storedCount(person: PersonId, room: Room): number {
  try {
    return Number(localStorage.getItem(countKey(person, room))) || 0;
  } catch {
    return 0;
  }
}

/** A document's copy on this device. */
export interface LocalCopy {
  readonly name: string;
  /** Of which history of the room it is; null where the server has not told yet (SPEC E3). */
  readonly epoch: string | null;
  readonly rememberEpoch: (epoch: string) => void;
  /**
   * Writes all of the document into it once more, whatever has become of it. False where this
   * device refuses.
   */
  readonly keepAll: () => Promise<boolean>;
  /** Takes it off this device. The document itself stays, and is kept no longer. */
  readonly remove: () => Promise<void>;
}

/**
 * Keeps a copy of a document on this device, so that a partner can write offline. Resolves once
 * what was kept is in the document: to the copy, or to null where this device keeps none (private
 * windows, full disks). It ends with the document.
 */
export async function keepLocally(name: string, doc: Y.Doc): Promise<LocalCopy | null> {
  if (!("indexedDB" in globalThis)) return null;
  const persistence = new IndexeddbPersistence(name, doc);
  try {
    await persistence._db;
  } catch {
    return null;
  }
  await persistence.whenSynced;
  // Who has left meanwhile has closed it.
  const epoch: unknown = await persistence.get(epochKey).catch(() => null);
  return {
    name,
    epoch: typeof epoch === "string" ? epoch : null,
    rememberEpoch: (epoch) => {
      // A copy that another page has taken away is of nothing any more.
      persistence.set(epochKey, epoch).catch(() => {});
    },
    keepAll: () => keepAll(name, doc),
    remove: () => persistence.clearData(),
  };
}

async function keepAll(name: string, doc: Y.Doc): Promise<boolean> {
  const all = new Y.Doc();
  Y.applyUpdate(all, Y.encodeStateAsUpdate(doc));
  const copy = await keepLocally(name, all);
  all.destroy();
  return copy !== null;
}
