import * as decoding from "lib0/decoding";
import type { WebsocketProvider } from "y-websocket";

import { type SizeClass, messageType, sizeClasses } from "../protocol/message-type.ts";

export interface DocumentSizeSource {
  readonly current: SizeClass;
  /** Called at every change, not for the present value; the returned function ends it. */
  subscribe(listener: (size: SizeClass) => void): () => void;
  destroy(): void;
}

/**
 * Follows how full a document is (SPEC L6), so that its page can say so long before the server
 * takes no more. For a stock provider that connects with `params: { ack: "1" }`.
 */
export function makeDocumentSize(provider: WebsocketProvider): DocumentSizeSource {
  const listeners = new Set<(size: SizeClass) => void>();
  let current: SizeClass = "roomy";

  function say(size: SizeClass): void {
    if (size === current) return;
    current = size;
    for (const listener of listeners) listener(size);
  }

  const onStatus = ({ status }: { readonly status: string }): void => {
    // Nothing is said of a document with room; it may have shrunk meanwhile.
    if (status === "connected") say("roomy");
  };
  provider.on("status", onStatus);
  provider.messageHandlers[messageType.size] = (_encoder, decoder) => {
    say(sizeClasses[decoding.readVarUint(decoder)] ?? "nearly-full");
  };

  return {
    get current() {
      return current;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy: () => {
      provider.off("status", onStatus);
      provider.messageHandlers[messageType.size] = () => {};
      listeners.clear();
    },
  };
}
