import type { PersonId } from "@concord/domain/ids";
import { type Room, roomName } from "@concord/domain/rooms";
import * as Y from "yjs";

import { type LocalCopy, beginNewCopy, keepLocally } from "./local-copy.ts";
import { rememberUnsaved, storedKeys, unsavedRooms } from "./unsaved.ts";

/**
 * Copies of documents that the server has made anew, with words in them that it never got. They
 * stay on this device, under the names they had, until their person lets them go; a mark beside
 * each tells which they are.
 */
const markOf = (copy: string) => copy.replace("/partner/", "/aside/");
const copyOf = (mark: string) => mark.replace("/aside/", "/partner/");

/** The names of a room's copies that were set aside, the oldest first. */
export function copiesSetAside(person: PersonId, room: Room): readonly string[] {
  const mark = `concord/${person}/aside/${roomName(room)}`;
  const marks = storedKeys().filter((key) => key === mark || key.startsWith(`${mark}@`));
  return marks.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })).map(copyOf);
}

interface Outdated {
  readonly person: PersonId;
  readonly room: Room;
  /** Null where this device keeps none. */
  readonly copy: LocalCopy | null;
  /** Whether its page knows of something that the server has not acknowledged. */
  readonly unsaved: boolean;
}

/**
 * Gives up the copy of a document that the server has made anew: it is taken off this device, or
 * set aside where there are words in it that the server never got. False where these would be
 * nowhere but on the page: then everything is as it was.
 */
export async function giveUpCopy({ person, room, copy, unsaved }: Outdated): Promise<boolean> {
  const hasWords = unsaved || unsavedRooms(person).includes(roomName(room));
  if (!copy) return !hasWords;
  // All of it once more: another page may have taken the copy away.
  if (hasWords && !((await copy.keepAll()) && setMark(copy.name))) return false;
  if (!beginNewCopy(person, room, copy.name)) return false;
  rememberUnsaved(person, room, false);
  if (!copiesSetAside(person, room).includes(copy.name)) await copy.remove();
  return true;
}

function setMark(copy: string): boolean {
  try {
    localStorage.setItem(markOf(copy), "yes");
    return true;
  } catch {
    return false;
  }
}

/** The words of copies of a room, as one text; null where this device cannot open them now. */
export async function readSetAside(room: Room, copies: readonly string[]): Promise<string | null> {
  const { documentWords } = await import("@concord/domain/document-words");
  const words: string[] = [];
  for (const name of copies) {
    const doc = new Y.Doc();
    const copy = await keepLocally(name, doc);
    words.push(documentWords(room.path, doc));
    doc.destroy();
    if (!copy) return null;
  }
  return words.filter((text) => text !== "").join("\n\n");
}

/** Takes a copy that was set aside off this device; false where that cannot be done now. */
export async function letGoSetAside(name: string): Promise<boolean> {
  const doc = new Y.Doc();
  const copy = await keepLocally(name, doc);
  await copy?.remove();
  doc.destroy();
  if (copy) localStorage.removeItem(markOf(name));
  return copy !== null;
}
