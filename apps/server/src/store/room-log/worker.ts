import { parentPort, workerData } from "node:worker_threads";

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
        return { id, kind: "appended", seqs: log.append(request.entries, request.bytes) };
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
      port.postMessage(answer(request));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      port.postMessage({ id: request.id, kind: "failed", message } satisfies Answer);
    }
    if (request.kind === "stop") port.close();
  });
  port.postMessage({ id: 0, kind: "stopped" } satisfies Answer);
}

serve();
