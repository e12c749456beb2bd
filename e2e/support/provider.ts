import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import type { Doc } from "yjs";

export interface Access {
  readonly origin: string;
  /** `<space>/<path>`. */
  readonly room: string;
  readonly cookie: string;
}

export interface Stock {
  readonly provider: WebsocketProvider;
  /** How many bytes wait to be sent. */
  readonly waiting: () => number;
}

/** The stock y-websocket provider, as somebody signed in. `heard` sees every frame that arrives. */
export function connect(
  doc: Doc,
  { origin, room, cookie }: Access,
  heard: (frame: Uint8Array) => void = () => {},
): Stock {
  class SignedIn extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie, origin } });
      this.on("message", (data: ArrayBuffer) => heard(new Uint8Array(data)));
    }
  }
  const provider = new WebsocketProvider(`${origin.replace("http", "ws")}/sync`, room, doc, {
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  return { provider, waiting: () => provider.ws?.bufferedAmount ?? 0 };
}

/** Resolves once the server's answer to the first sync has been applied. */
export const synced = (provider: WebsocketProvider): Promise<void> =>
  new Promise((resolve) => {
    if (provider.synced) return resolve();
    provider.once("sync", () => resolve());
  });

/** Resolves as soon as `reached` holds of the document; fails after `ms`, saying what for. */
export const until = (doc: Doc, what: string, ms: number, reached: () => boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    const done = (): void => {
      clearTimeout(timer);
      doc.off("update", look);
    };
    const look = (): void => {
      if (!reached()) return;
      done();
      resolve();
    };
    const timer = setTimeout(() => {
      done();
      reject(new Error(`Waited ${ms} ms in vain for ${what}.`));
    }, ms);
    doc.on("update", look);
    look();
  });
