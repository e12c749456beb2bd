import { parentPort, workerData } from "node:worker_threads";

import { yieldToOthers } from "../../yield-to-others.ts";
import { unpackBatch } from "./batch.ts";
import { LogFile } from "./log-file.ts";
import type { Answer, Request } from "./protocol.ts";

/** The thread that owns the log's file, so that an fsync never stops a relay. */
function serve(): void {
  yieldToOthers(5);
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
        return { id, kind: "compacted", done: log.compact(request) };
      case "history":
        return { id, kind: "history", history: log.history(request.room) };
      case "forget":
        return { id, kind: "forgotten", done: log.forget(request) };
      case "older-than":
        return { id, kind: "older-than", rooms: log.olderThan(request.before) };
      case "disown":
        log.disown(request.path, request.author, request.by);
        return { id, kind: "done" };
      case "erase":
        log.erase(request.path);
        return { id, kind: "done" };
      case "stop":
        log.close();
        return { id, kind: "stopped" };
      default:
        return request satisfies never;
    }
  }

  function answerOrFail(request: Request): Answer {
    try {
      return answer(request);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { id: request.id, kind: "failed", message };
    }
  }

  port.on("message", (requests: readonly Request[]) => {
    for (let first = 0; first < requests.length; first += mostAtOnce) {
      const answers = requests.slice(first, first + mostAtOnce).map(answerOrFail);
      port.postMessage(answers, answers.flatMap(largeBuffers));
    }
    if (requests.some(({ kind }) => kind === "stop")) port.close();
  });
  port.postMessage([]);
}

/** Answers that go together: more of them would let the first wait. */
const mostAtOnce = 16;

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
