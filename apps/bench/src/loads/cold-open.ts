import { type WrittenDocument, writeDocument } from "../content/document.ts";
import type { ServerProcess } from "../server-process.ts";
import { median } from "../statistics.ts";
import { openLine, sync } from "../wire/line.ts";
import { emptyVector, step1, updateMessage } from "../wire/messages.ts";
import type { Load } from "./load.ts";

interface Sizes {
  /** Of the documents. */
  readonly bytes: readonly number[];
  /** Documents of each size. */
  readonly samples: number;
}

/** Rooms of their own, so that a process that was just started has done it all often enough. */
const warmUps = 100;
const usualBytes = 20_000;

/**
 * Documents opened after a restart: from the connection's first byte until the whole document is
 * there, over a server that is otherwise warm.
 */
export function coldOpen(name: string, { bytes, samples }: Sizes): Load {
  /** Written once, since the large ones take seconds. */
  let documents: readonly WrittenDocument[] | null = null;
  return {
    name,
    rooms: warmUps + bytes.length * samples,
    needs: "persistence",
    run: async ({ server, restart }) => {
      documents ??= bytes.map((size) => writeDocument(size));
      const usual = writeDocument(usualBytes);
      const roomOf = (size: number, sample: number) => warmUps + size * samples + sample;
      for (let room = 0; room < warmUps; room += 1) await store(server, room, usual);
      for (const [size, document] of documents.entries()) {
        for (let i = 0; i < samples; i += 1) await store(server, roomOf(size, i), document);
      }
      const again = await restart();
      for (let room = 0; room < warmUps; room += 1) await open(again, room, usual.bytes);
      const figures: Record<string, number> = {};
      for (const [size, document] of documents.entries()) {
        const times: number[] = [];
        for (let i = 0; i < samples; i += 1) {
          times.push(await open(again, roomOf(size, i), document.bytes));
        }
        figures[`${name}: ${bytes[size]}`] = median(times);
      }
      return figures;
    },
  };
}

/** Writes a document, and stays until the server has certainly taken it. */
async function store(
  server: ServerProcess,
  room: number,
  { stages }: WrittenDocument,
): Promise<void> {
  const line = await openLine(server, { room, person: 0 });
  await sync(line);
  for (const stage of stages) line.send(updateMessage(stage));
  await sync(line);
  line.hangUp();
}

/** How long (ms) until about as many bytes have come as the document has. */
async function open(server: ServerProcess, room: number, bytes: number): Promise<number> {
  const start = performance.now();
  let received = 0;
  let done: () => void = () => undefined;
  const whole = new Promise<void>((resolve) => (done = resolve));
  const line = await openLine(server, { room, person: 0 }, (kind, payload) => {
    // A server may answer before it has loaded, and send the document after as an update.
    if (kind === "step2" || kind === "update") received += payload.length;
    if (received > 0.8 * bytes) done();
  });
  line.send(step1(emptyVector));
  await Promise.race([whole, line.broken]);
  const time = performance.now() - start;
  line.hangUp();
  return time;
}
