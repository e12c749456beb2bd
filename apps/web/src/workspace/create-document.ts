import { ownerOf, parseRoom, type RoomPath, roomName } from "@concord/domain/rooms";
import type { Space } from "@concord/domain/spaces/schema";
import {
  type Accessor,
  createEffect,
  createMemo,
  createRoot,
  mapArray,
  onCleanup,
  untrack,
} from "solid-js";

import { useSpace } from "../spaces/space-context.ts";
import { type OpenDocument, openDocument } from "./open-document.ts";
import { type Look, makeRegistry } from "./registry.ts";
import { unsavedRooms } from "./unsaved.ts";
import { type Documents, type Workspace, useWorkspace } from "./workspace-context.tsx";

/**
 * A document of the space that the page is in, open for as long as the owner is there. It is
 * another one when the person's role changes, and when the server has made it anew. Who only
 * glances at it, from another page, is not shown as being there (S8).
 */
export function createDocument(
  path: Accessor<RoomPath>,
  how: Look = "watch",
): Accessor<OpenDocument> {
  const { space, refetch } = useSpace();
  const workspace = useWorkspace();
  const documents = workspace.documents(() => {
    const made = makeDocuments(workspace, refetch);
    sendWhatWaits(made, untrack(space));
    return made;
  });
  const readOnly = createMemo(() => !mayWrite(space(), path()));
  const person = createMemo(() => space().you.id);
  const id = createMemo(() => space().id);
  return createMemo(() => {
    const room = { space: id(), path: path() };
    const lease = documents.open({ room, person: person(), readOnly: readOnly() }, how);
    onCleanup(lease.release);
    // Asked for anew as soon as it is.
    lease.value.isReplaced();
    return lease.value;
  });
}

/** Documents that are open side by side, as `createDocument` opens one, in the order of their paths. */
export function createDocuments(
  paths: Accessor<readonly RoomPath[]>,
): Accessor<readonly OpenDocument[]> {
  const open = createMemo(mapArray(paths, (path) => createDocument(() => path)));
  return createMemo(() => open().map((document) => document()));
}

/** What the server will say as well: partners write, but for what is the other's own. */
function mayWrite({ you, closed }: Space, path: RoomPath): boolean {
  const owner = ownerOf(path);
  return you.role === "partner" && !closed && (owner === null || owner === you.id);
}

function makeDocuments({ quiet }: Workspace, onRoleChanged: () => void): Documents {
  const syncUrl = `${location.origin.replace(/^http/, "ws")}/sync`;
  return makeRegistry({
    nameOf: ({ room, person, readOnly }) =>
      `${person}/${readOnly ? "reads" : "writes"}/${roomName(room)}`,
    open: (request) => openDocument(request, { syncUrl, quiet: quiet.on, onRoleChanged }),
    close: (document) => document.close(),
    isReplaced: (document) => untrack(document.isReplaced),
    watched: (document, watched) => document.setWatched(watched),
    whenSettled,
  });
}

/** What was written offline and left is sent when its person is back, whatever page they open. */
function sendWhatWaits(documents: Documents, space: Space): void {
  const { id, you } = space;
  if (you.role !== "partner") return;
  for (const name of unsavedRooms(you.id)) {
    const room = parseRoom(name);
    if (room?.space !== id || !mayWrite(space, room.path)) continue;
    documents.open({ room, person: you.id, readOnly: false }).release();
  }
}

/** What the server has not acknowledged keeps a document open, though nobody looks at it. */
function whenSettled(document: OpenDocument, then: () => void): () => void {
  return createRoot((dispose) => {
    createEffect(() => {
      if (document.holdsUnsent()) return;
      dispose();
      then();
    });
    return dispose;
  });
}
