import type { Page } from "@playwright/test";
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import * as Y from "yjs";

/** A frame that says: here is an update that writes `text` where a document's title stands. */
function forgedUpdate(text: string): readonly number[] {
  const doc = new Y.Doc();
  doc.getText("title").insert(0, text);
  const encoder = createEncoder();
  writeVarUint(encoder, 0);
  writeVarUint(encoder, 2);
  writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc));
  return [...toUint8Array(encoder)];
}

/** A frame that asks for everything: what comes back shows that all before it has been dealt with. */
const askForAll: readonly number[] = [0, 0, 1, 0];

/**
 * Writes to a room from the page's own browser, with its cookie and none of its code. Resolves once
 * the server has dealt with it: `closed` is the close code, or null where it answered.
 */
export const writeRaw = (page: Page, room: string, text: string) =>
  page.evaluate(
    async ({ room, frames }) => {
      const socket = new WebSocket(`${location.origin.replace("http", "ws")}/sync/${room}`);
      socket.binaryType = "arraybuffer";
      return new Promise<{ closed: number | null }>((resolve) => {
        socket.addEventListener("open", () => {
          for (const frame of frames) socket.send(new Uint8Array(frame));
        });
        socket.addEventListener("close", ({ code }) => resolve({ closed: code }));
        socket.addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) => {
          const [kind, step] = new Uint8Array(data);
          if (kind !== 0 || step !== 1) return;
          resolve({ closed: null });
          socket.close();
        });
      });
    },
    { room, frames: [forgedUpdate(text), askForAll] },
  );
