import type { RoomPath } from "@concord/domain/rooms";
import { roomName } from "@concord/domain/rooms";
import { type Accessor, createEffect, createMemo, createRoot, onCleanup } from "solid-js";

import { useSpace } from "../spaces/space-context.ts";
import { type OpenDocument, openDocument } from "./open-document.ts";
import { makeRegistry } from "./registry.ts";
import { type Documents, type Workspace, useWorkspace } from "./workspace-context.tsx";

/**
 * A document of the space that the page is in, open for as long as the owner is there. It is
 * another one when the person's role changes.
 */
export function createDocument(path: Accessor<RoomPath>): Accessor<OpenDocument> {
  const { space, refetch } = useSpace();
  const workspace = useWorkspace();
  const documents = workspace.documents(() => makeDocuments(workspace, refetch));
  const role = createMemo(() => space().you.role);
  const person = createMemo(() => space().you.id);
  const id = createMemo(() => space().id);
  return createMemo(() => {
    const room = { space: id(), path: path() };
    const lease = documents.open({ room, person: person(), role: role() });
    onCleanup(lease.release);
    return lease.value;
  });
}

function makeDocuments({ quiet }: Workspace, onRoleChanged: () => void): Documents {
  const syncUrl = `${location.origin.replace(/^http/, "ws")}/sync`;
  return makeRegistry({
    nameOf: ({ room, person, role }) => `${person}/${role}/${roomName(room)}`,
    open: (request) => openDocument(request, { syncUrl, quiet: quiet.on, onRoleChanged }),
    close: (document) => document.close(),
    watched: (document, watched) => document.setWatched(watched),
    whenSettled,
  });
}

/** What the server has not acknowledged yet keeps a document open, though nobody looks at it. */
function whenSettled(document: OpenDocument, then: () => void): () => void {
  return createRoot((dispose) => {
    createEffect(() => {
      if (document.unsaved() && document.state().kind !== "refused") return;
      dispose();
      then();
    });
    return dispose;
  });
}
