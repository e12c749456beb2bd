import * as decoding from "lib0/decoding";
import type { WebsocketProvider } from "y-websocket";
import type { Doc } from "yjs";

import { type ClientAction, meaningOf } from "../protocol/close.ts";
import { isUpdateFrame, messageType } from "../protocol/message-type.ts";

/** What is true about a person's words right now (SPEC K). */
export type SaveStatus =
  /** The server has everything on disk. */
  | { readonly kind: "saved" }
  /** On its way, or not yet compared with the server. */
  | { readonly kind: "saving" }
  /** No connection: kept on this device, sent on return. */
  | { readonly kind: "offline" }
  /** The server refused for good; `action` is what the person can do about it. */
  | {
      readonly kind: "refused";
      readonly code: number;
      readonly reason: string;
      readonly action: ClientAction;
    };

export interface SaveStatusSource {
  readonly current: SaveStatus;
  /** Called at every change, not for the present value; the returned function ends it. */
  subscribe(listener: (status: SaveStatus) => void): () => void;
  destroy(): void;
}

/**
 * Follows a stock provider that connects with `params: { ack: "1" }`. To be called before it has
 * connected (right after its construction, or with `connect: false`): every frame counts.
 */
export function makeSaveStatus(provider: WebsocketProvider): SaveStatusSource {
  if (provider.params["ack"] !== "1") throw new Error("the provider doesn't ask for acks");
  if (provider.wsconnected) throw new Error("the provider has connected already");
  const source = new Source(provider);
  source.watchSocket();
  return source;
}

class Source implements SaveStatusSource {
  readonly #provider: WebsocketProvider;
  readonly #listeners = new Set<(status: SaveStatus) => void>();
  #current: SaveStatus = { kind: "saving" };
  #watched: WebSocket | null = null;
  /** Document frames sent on this connection. */
  #sent = 0;
  /** How many of them are durable; null until the server has said anything. */
  #durable: number | null = null;
  /** An edit was made that left on no connection. */
  #unsent = false;
  #seen = 0;

  constructor(provider: WebsocketProvider) {
    this.#provider = provider;
    provider.messageHandlers[messageType.ack] = (_encoder, decoder) => {
      this.#acknowledged(decoding.readVarUint(decoder));
    };
    provider.on("status", this.#onStatus);
    provider.on("connection-close", this.#onClose);
    provider.on("closed", this.#onRefused);
    provider.doc.on("update", this.#onUpdate);
  }

  get current(): SaveStatus {
    return this.#current;
  }

  subscribe(listener: (status: SaveStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  destroy(): void {
    this.#provider.off("status", this.#onStatus);
    this.#provider.off("connection-close", this.#onClose);
    this.#provider.off("closed", this.#onRefused);
    this.#provider.doc.off("update", this.#onUpdate);
    this.#provider.messageHandlers[messageType.ack] = () => {};
    this.#listeners.clear();
  }

  /** Counts what leaves on the provider's present socket. */
  watchSocket(): void {
    const socket = this.#provider.ws;
    if (!socket || socket === this.#watched) return;
    this.#watched = socket;
    this.#sent = 0;
    this.#seen = 0;
    this.#durable = null;
    const send = socket.send.bind(socket);
    socket.send = (data) => {
      send(data);
      if (this.#watched === socket && data instanceof Uint8Array && isUpdateFrame(data)) {
        this.#sent += 1;
        this.#say({ kind: "saving" });
      }
    };
  }

  readonly #onStatus = ({ status }: { readonly status: string }): void => {
    if (status === "connecting") this.watchSocket();
    if (status === "connected") this.#say({ kind: "saving" });
  };

  readonly #onClose = (): void => {
    this.#watched = null;
    this.#durable = null;
    this.#say({ kind: "offline" });
  };

  readonly #onRefused = (close: { readonly code: number; readonly reason: string }): void => {
    const { code, reason, action } = meaningOf(close.code, close.reason);
    this.#say({ kind: "refused", code, reason, action });
  };

  /** Runs after the provider's own handler: what it could send, it has sent by now. */
  readonly #onUpdate = (_update: Uint8Array, origin: unknown, _doc: Doc): void => {
    if (origin === this.#provider) return;
    if (this.#sent === this.#seen) this.#unsent = true;
    this.#seen = this.#sent;
    if (this.#unsent && this.#current.kind === "saved") this.#say({ kind: "saving" });
  };

  #acknowledged(count: number): void {
    // The first frame after our SyncStep1's answer holds whatever couldn't leave before.
    if (this.#durable === null) this.#unsent = false;
    this.#durable = count;
    if (this.#durable === this.#sent && !this.#unsent) this.#say({ kind: "saved" });
  }

  #say(status: SaveStatus): void {
    if (this.#current.kind === status.kind && status.kind !== "refused") return;
    this.#current = status;
    for (const listener of this.#listeners) listener(status);
  }
}
