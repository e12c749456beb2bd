import { createDecoder, readVarUint, readVarUint8Array } from "lib0/decoding";
import * as v from "valibot";
import * as Y from "yjs";

import { connect, synced } from "../support/provider.ts";
import { readRecording } from "./trace.ts";

/**
 * One person of the recording, in a process of their own.
 *
 * `room` is the document that the provider keeps in step with the server. The typing is done in
 * `desk`, which is never ahead of what the edit was made upon: before each edit it takes from
 * `heard` just as many of the other's updates as the recording says that this person had seen.
 */
const Order = v.object({
  origin: v.string(),
  room: v.string(),
  cookie: v.string(),
  agent: v.picklist([0, 1]),
  text: v.string(),
});
const Go = v.literal("type");

const nextMessage = (): Promise<unknown> =>
  new Promise((resolve) => process.once("message", resolve));
const tell = (message: unknown): void => void process.send?.(message);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const order = v.parse(Order, await nextMessage());
const recording = readRecording();
const mine = recording.typed[order.agent];
const theirs = recording.typed[order.agent === 0 ? 1 : 0];

const room = new Y.Doc();
const desk = new Y.Doc();
// Where both insert at one place, the recording puts the first person's words first; Yjs puts the
// lower id's first.
desk.clientID = 1001 + order.agent;

/** The other's updates, as they arrived: one frame is one edit. */
const heard: Uint8Array[] = [];
const updateFrame = [0, 2] as const;
let wake = (): void => {};

function hear(frame: Uint8Array): void {
  const decoder = createDecoder(frame);
  if (updateFrame.some((number) => readVarUint(decoder) !== number)) return;
  heard.push(readVarUint8Array(decoder).slice());
  wake();
}

const { provider, waiting } = connect(room, order, hear);
desk.on("update", (update, origin) => {
  if (origin !== "heard") Y.applyUpdate(room, update, "typed");
});

let taken = 0;
async function takeUpTo(count: number): Promise<void> {
  while (heard.length < count)
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  for (; taken < count; taken += 1) Y.applyUpdate(desk, heard[taken] ?? new Uint8Array(), "heard");
}

async function type(): Promise<void> {
  const text = desk.getText(order.text);
  for (const [at, { patches, others }] of mine.entries()) {
    await takeUpTo(others);
    desk.transact(() => {
      for (const [position, gone, come] of patches) {
        text.delete(position, gone);
        text.insert(position, come);
      }
    });
    if (at % 64 === 0) await turn();
    while (waiting() > 65_536) await turn();
  }
}

await synced(provider);
tell({ ready: true });
v.parse(Go, await nextMessage());
await type();
await takeUpTo(theirs.length);
while (waiting() > 0) await turn();
tell({ desk: desk.getText(order.text).toJSON(), room: room.getText(order.text).toJSON() });
await nextMessage();
provider.destroy();
process.disconnect?.();
