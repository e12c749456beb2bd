import { parentPort, workerData } from "node:worker_threads";

import { unpackBatch } from "./batch.ts";
import { LogFile } from "./log-file.ts";
import type { Answer, Request } from "./protocol.ts";

/** The thread that owns the log's file, so that an fsync never stops a relay. */
function serve(): void {
  const port = parentPort;
  if (!port) throw new Error("this runs in a worker thread alone");
  const { file } = workerData as { readonly file: string };
  const log = new LogFile(file);

  function answer(request: Request): Answer {
    const { id } = request;
    switch (request.kind) {
      case "load":
        return { id, kind: "loaded", room: log.load(request.room) };
      case "append":
        return { id, kind: "appended", seqs: log.append(unpackBatch(request.batch)) };
      case "compact":
        return {
          id,
          kind: "compacted",
          done: log.compact(request),
        };
      case "history":
        return { id, kind: "history", history: log.history(request.room) };
      case "forget":
        return {
          id,
          kind: "forgotten",
          done: log.forget(request.room, request.upTo, request.base),
        };
      case "older-than":
        return { id, kind: "older-than", rooms: log.olderThan(request.before) };
      case "stop":
        log.close();
        return { id, kind: "stopped" };
      default:
        return request satisfies never;
    }
  }

  port.on("message", (request: Request) => {
    try {
      const answered = answer(request);
      port.postMessage(answered, largeBuffers(answered));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      port.postMessage({ id: request.id, kind: "failed", message } satisfies Answer);
    }
    if (request.kind === "stop") port.close();
  });
  port.postMessage({ id: 0, kind: "stopped" } satisfies Answer);
}

/** From this size on handing over is cheaper than a copy (bytes). */
const large = 16_384;

/** What of a room's rows need not be copied on its way: nobody else has them. */
function largeBuffers(answer: Answer): ArrayBuffer[] {
  if (answer.kind !== "loaded") return [];
  const { snapshot, tail } = answer.room;
  return [...(snapshot ? [snapshot] : []), ...tail].flatMap(({ update: { buffer } }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength >= large ? [buffer] : [],
  );
}

serve();
