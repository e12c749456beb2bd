import type { PersonId } from "@concord/domain/ids";
import { type Room, roomName } from "@concord/domain/rooms";
import { isTooNew } from "@concord/domain/version";
import { makeDocumentEpoch } from "@concord/sync/client/document-epoch";
import type { SizeClass } from "@concord/sync/protocol/message-type";
import {
  type Accessor,
  createEffect,
  createMemo,
  createRoot,
  createSignal,
  onCleanup,
  untrack,
} from "solid-js";
import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import { followFullness } from "./fullness.tsx";
import { type LocalCopy, keepLocally, localName } from "./local-copy.ts";
import { followNetwork } from "./network.ts";
import { type Refusal, refusalOf } from "./refusal.ts";
import { type Save, followReading, followSaving } from "./saving.ts";
import { giveUpCopy } from "./set-aside.ts";

export interface DocumentRequest {
  readonly room: Room;
  readonly person: PersonId;
  /** Observers read, and so does a partner what is the other's own. */
  readonly readOnly: boolean;
}

export type DocumentState =
  /** Neither this device's copy nor the server's is here yet. */
  | { readonly kind: "opening" }
  | { readonly kind: "open" }
  | { readonly kind: "refused"; readonly why: Refusal };

/** A shared document, live. Whoever opened it closes it. */
export interface OpenDocument {
  readonly room: Room;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** The server would drop what was written. */
  readonly readOnly: boolean;
  readonly state: Accessor<DocumentState>;
  /** What the server has acknowledged. */
  readonly save: Accessor<Save>;
  /** Whether it holds words that are to be sent yet, or are nowhere else. */
  readonly holdsUnsent: Accessor<boolean>;
  /** The server has made it anew, and nothing of this one is needed any more. */
  readonly isReplaced: Accessor<boolean>;
  /** Whether the server's copy has arrived, so that what comes from now on is news. */
  readonly synced: Accessor<boolean>;
  readonly fullness: Accessor<SizeClass>;
  readonly setWatched: (watched: boolean) => void;
  readonly close: () => void;
}

export interface DocumentSurroundings {
  /** `wss://…/sync` */
  readonly syncUrl: string;
  readonly quiet: Accessor<boolean>;
  /** The server has ended the connection because the person's role here is another one now. */
  readonly onRoleChanged: () => void;
}

export function openDocument(
  request: DocumentRequest,
  surroundings: DocumentSurroundings,
): OpenDocument {
  return createRoot((dispose) => make(request, surroundings, dispose));
}

function make(
  { room, person, readOnly }: DocumentRequest,
  { syncUrl, quiet, onRoleChanged }: DocumentSurroundings,
  dispose: () => void,
): OpenDocument {
  const doc = new Y.Doc();
  // No channel between tabs: it carries presence that no server has stamped, and the words of
  // whoever is signed in over there.
  const provider = new WebsocketProvider(syncUrl, roomName(room), doc, {
    connect: false,
    disableBc: true,
    params: { ack: "1" },
  });
  const { save, unsaved, setKept } = readOnly
    ? followReading(provider)
    : followSaving(provider, person, room);
  // A reader's device keeps nothing. A partner's copy is here before the connection is, so
  // that one answer to the server carries all that was written offline.
  const kept = readOnly ? Promise.resolve(null) : keepLocally(localName(person, room), doc);
  const giveUp = async () =>
    readOnly || giveUpCopy({ person, room, copy: await kept, unsaved: untrack(unsaved) });
  const { state, synced, isReplaced, connect } = followState(provider, {
    readOnly,
    onRoleChanged,
    giveUp,
  });
  const fullness = followFullness(provider);
  followNetwork(provider);
  const setWatched = followPresence(provider.awareness, quiet);
  const setCopy = followEpoch(provider);
  void kept.then((copy) => {
    setCopy(copy);
    setKept(copy !== null);
    connect();
  });
  const close = () => {
    dispose();
    provider.destroy();
    doc.destroy();
  };
  const { awareness } = provider;
  return {
    room,
    doc,
    awareness,
    readOnly,
    state,
    // What is being made anew is not refused, unless that fails.
    save: createMemo<Save>(() =>
      save().kind === "not-saved" && state().kind !== "refused" ? { kind: "saving" } : save(),
    ),
    holdsUnsent: () => unsaved() && !isReplaced() && !isPast(state()),
    isReplaced,
    synced,
    fullness,
    setWatched,
    close,
  };
}

/** Whether its words will not leave this page any more, and are kept without it. */
const isPast = (state: DocumentState): boolean =>
  state.kind === "refused" && state.why !== "restored";

interface Ways extends Pick<DocumentSurroundings, "onRoleChanged"> {
  readonly readOnly: boolean;
  /** Gives up what this device has of it; false where words in it are nowhere else. */
  readonly giveUp: () => Promise<boolean>;
}

/** Whether the document may be looked at and written in, by what this device and the server say. */
function followState(provider: WebsocketProvider, { readOnly, onRoleChanged, giveUp }: Ways) {
  const { doc } = provider;
  const [state, setState] = createSignal<DocumentState>({ kind: "opening" });
  const [synced, setSynced] = createSignal(false);
  const [isReplaced, setReplaced] = createSignal(false);
  const refuse = (why: Refusal) => {
    setState({ kind: "refused", why });
    provider.disconnect();
  };
  const replace = async () => {
    // Nothing more is written into what is given up.
    setState({ kind: "opening" });
    if (await giveUp()) setReplaced(true);
    else refuse("restored");
  };
  const settle = () => {
    if (state().kind === "opening") setState({ kind: "open" });
  };
  // Before any observer sees the change: an editor would delete what it does not know.
  doc.on("beforeObserverCalls", () => {
    if (state().kind !== "refused" && isTooNew(doc)) refuse("newer");
  });
  provider.on("sync", (done) => {
    setSynced(done);
    if (done) settle();
  });
  provider.on("closed", ({ code, reason }) => {
    const why = refusalOf(code, reason) ?? "reload";
    if (why === "restored") void replace();
    else refuse(why);
  });
  provider.on("connection-close", (event) => {
    if (event?.code === 4503) onRoleChanged();
    // Offline, with nothing kept here: a partner may still write.
    if (!readOnly) settle();
  });
  const connect = () => {
    if (doc.isDestroyed || state().kind === "refused") return;
    if (doc.store.clients.size > 0) settle();
    provider.connect();
  };
  return { state, synced, isReplaced, connect };
}

/** Has the server asked for the history that the document is of, and the copy remember it. */
function followEpoch(provider: WebsocketProvider): (copy: LocalCopy | null) => void {
  const source = makeDocumentEpoch(provider);
  onCleanup(() => source.destroy());
  return (copy) => {
    if (!copy) return;
    if (copy.epoch === null) source.subscribe(copy.rememberEpoch);
    else source.adopt(copy.epoch);
  };
}

/**
 * Sends that somebody is here, and where, only while the page is looked at and they let it. An
 * observer is shown by the server, whatever is sent (S12).
 */
function followPresence(awareness: Awareness, quiet: Accessor<boolean>): (on: boolean) => void {
  const [watched, setWatched] = createSignal(true);
  createEffect(() => awareness.setLocalState(watched() && !quiet() ? {} : null));
  return setWatched;
}
