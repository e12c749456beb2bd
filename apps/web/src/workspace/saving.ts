import type { PersonId } from "@concord/domain/ids";
import { type Room, roomName } from "@concord/domain/rooms";
import { type SaveStatus, makeSaveStatus } from "@concord/sync/client/save-status";
import { messageType } from "@concord/sync/protocol/message-type";
import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import type { WebsocketProvider } from "y-websocket";
import type { Transaction } from "yjs";

import { type Refusal, refusalOf } from "./refusal.ts";
import { rememberUnsaved, unsavedRooms } from "./unsaved.ts";

/** The truth about saving, from the server's acknowledgement alone. */
export type Save =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  /** `kept`: whether this device keeps what is written. */
  | { readonly kind: "offline"; readonly kept: boolean }
  | { readonly kind: "not-saved"; readonly why: Refusal };

export interface Saving {
  readonly save: Accessor<Save>;
  /** Whether this person wrote something that the server has not acknowledged. */
  readonly unsaved: Accessor<boolean>;
  readonly setKept: (kept: boolean) => void;
}

/** What a status of the connection means to the person. */
export function saveOf(status: SaveStatus, kept: boolean): Save {
  if (status.kind === "offline") return { kind: "offline", kept };
  if (status.kind !== "refused") return status;
  return { kind: "not-saved", why: refusalOf(status.code, status.reason) ?? "reload" };
}

/** Follows a partner's saving; to be called before the provider connects. Ends with the owner. */
export function followSaving(provider: WebsocketProvider, person: PersonId, room: Room): Saving {
  const source = makeSaveStatus(provider);
  const [status, setStatus] = createSignal(source.current);
  const [kept, setKept] = createSignal(false);
  const [unsaved, setUnsaved] = createSignal(unsavedRooms(person).includes(roomName(room)));
  const note = (now: boolean) => {
    if (unsaved() === now) return;
    setUnsaved(now);
    rememberUnsaved(person, room, now);
  };
  source.subscribe((now) => {
    setStatus(now);
    if (now.kind === "saved") note(false);
  });
  const written = (_: Uint8Array, __: unknown, ___: unknown, { local }: Transaction) => {
    if (local) note(true);
  };
  provider.doc.on("update", written);
  onCleanup(() => {
    provider.doc.off("update", written);
    source.destroy();
  });
  warnBeforeLeaving(() => unsaved() && !kept());
  return { save: createMemo(() => saveOf(status(), kept())), unsaved, setKept };
}

/** The browser asks before it closes a page whose words are neither with the server nor kept. */
function warnBeforeLeaving(wouldLose: Accessor<boolean>): void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  createEffect(() => {
    if (!wouldLose()) return;
    window.addEventListener("beforeunload", ask);
    onCleanup(() => window.removeEventListener("beforeunload", ask));
  });
}

/** An observer saves nothing: what they need to know is whether they see the latest. */
export function followReading(provider: WebsocketProvider): Saving {
  const [save, setSave] = createSignal<Save>({ kind: "saving" });
  // The server says that it has all of nothing.
  provider.messageHandlers[messageType.ack] = () => {};
  provider.on("sync", (synced) => {
    setSave(synced ? { kind: "saved" } : { kind: "offline", kept: false });
  });
  provider.on("connection-close", () => setSave({ kind: "offline", kept: false }));
  provider.on("closed", ({ code, reason }) =>
    setSave({ kind: "not-saved", why: refusalOf(code, reason) ?? "reload" }),
  );
  return { save, unsaved: () => false, setKept: () => {} };
}
