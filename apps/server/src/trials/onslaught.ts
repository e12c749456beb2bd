import { encodeAwareness } from "@concord/sync/protocol/awareness";
import { encodeAwarenessMessage, encodeSync } from "@concord/sync/protocol/message";
import { syncType } from "@concord/sync/protocol/message-type";
import { editAnything } from "@concord/sync/testing/edits";
import { mutate } from "@concord/sync/testing/mutate";
import type { Random } from "@concord/sync/testing/random";
import * as Y from "yjs";

import { type RawSocket, opened } from "../testing/peers.ts";

/** Good frames of every type, of which bad ones are made. */
export function goodFrames(random: Random): Uint8Array[] {
  const frames: Uint8Array[] = [Uint8Array.of(3), Uint8Array.of(100, 1), Uint8Array.of(101, 1)];
  for (let i = 0; i < 20; i += 1) {
    const doc = new Y.Doc();
    doc.clientID = 1 + random.below(2 ** 32 - 1);
    doc.on("update", (update: Uint8Array) => frames.push(encodeSync(syncType.update, update)));
    for (let edit = 0; edit < 10; edit += 1) editAnything(doc, random);
    frames.push(
      encodeSync(syncType.step1, Y.encodeStateVector(doc)),
      encodeSync(syncType.step2, Y.encodeStateAsUpdate(doc)),
      encodeAwarenessMessage(
        encodeAwareness([{ client: doc.clientID, clock: i, state: { cursor: { at: i } } }]),
      ),
    );
    doc.destroy();
  }
  return frames;
}

export interface Onslaught {
  /** The codes that connections ended with. */
  readonly codes: ReadonlyMap<number, number>;
  readonly sent: number;
}

/** Sends that many mutated frames, each heard before the next, over as many connections as it takes. */
export async function attack(
  connect: () => RawSocket,
  { frames, count, random }: { frames: readonly Uint8Array[]; count: number; random: Random },
): Promise<Onslaught> {
  const codes = new Map<number, number>();
  let sent = 0;
  while (sent < count) {
    const socket = connect();
    await opened(socket);
    while (sent < count && socket.ws.readyState === socket.ws.OPEN) {
      sent += 1;
      socket.ws.send(mutate(random.pick(frames), random));
      await heard(socket);
    }
    if (socket.ws.readyState === socket.ws.OPEN) socket.ws.terminate();
    else {
      const { code } = await socket.closed;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
  }
  return { codes, sent };
}

/** Resolves once the server has read all that was sent, or ended the connection. */
async function heard({ ws, closed }: RawSocket): Promise<void> {
  let onPong = (): void => undefined;
  const pong = new Promise<void>((resolve) => {
    onPong = resolve;
    ws.once("pong", onPong);
  });
  if (ws.readyState === ws.OPEN) ws.ping();
  await Promise.race([pong, closed]);
  ws.off("pong", onPong);
}
