import * as decoding from "lib0/decoding";
import type { WebsocketProvider } from "y-websocket";

import { messageType } from "../protocol/message-type.ts";

export interface DocumentEpochSource {
  /** Of which history of the room the document is; null until that is known. */
  readonly current: string | null;
  /** Says what a local copy was made of; to be called before the provider connects. */
  adopt(epoch: string): void;
  /** Called when the server tells an epoch where none was known; the returned function ends it. */
  subscribe(listener: (epoch: string) => void): () => void;
  destroy(): void;
}

/**
 * Has every connection name the epoch that its document is of (SPEC E3), so that the server ends
 * it with 4409 where the room has been made anew. For a stock provider that connects with
 * `params: { ack: "1" }`.
 */
export function makeDocumentEpoch(provider: WebsocketProvider): DocumentEpochSource {
  const listeners = new Set<(epoch: string) => void>();
  let current: string | null = null;

  function adopt(epoch: string): void {
    current = epoch;
    provider.params = { ...provider.params, epoch };
  }

  provider.messageHandlers[messageType.epoch] = (_encoder, decoder) => {
    const told = decoding.readVarString(decoder);
    if (current !== null) return;
    adopt(told);
    for (const listener of listeners) listener(told);
  };

  return {
    get current() {
      return current;
    },
    adopt,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy: () => {
      provider.messageHandlers[messageType.epoch] = () => {};
      listeners.clear();
    },
  };
}
