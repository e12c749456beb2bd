import type { PersonId, SpaceId } from "@concord/domain/ids";
import { roomName, type RoomPath } from "@concord/domain/rooms";
import type { Rooms } from "@concord/sync/engine/rooms";
import * as Y from "yjs";

/** Writes into a space's documents in its partners' names, by the commands the client uses. */
export type Scribe = (
  path: RoomPath,
  author: PersonId,
  write: (doc: Y.Doc) => void,
) => Promise<void>;

/** Each piece of writing comes from a fresh document, as from a device of its author's. */
export const makeScribe =
  (rooms: Rooms, space: SpaceId): Scribe =>
  async (path, author, write) => {
    const room = roomName({ space, path });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await rooms.read(room));
    const before = Y.encodeStateVector(doc);
    write(doc);
    await rooms.write(room, author, Y.encodeStateAsUpdate(doc, before));
    doc.destroy();
  };
