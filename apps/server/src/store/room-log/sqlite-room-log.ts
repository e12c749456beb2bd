import { Worker } from "node:worker_threads";

import type { Append, RoomLog } from "@concord/sync/ports";

import type { Answer, PackedAppend, Request } from "./protocol.ts";

type Ask = Request extends infer R ? (R extends Request ? Omit<R, "id"> : never) : never;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** The log in an SQLite file, behind a worker thread of its own. */
export async function openSqliteRoomLog({ file }: { readonly file: string }): Promise<RoomLog> {
  const worker = await startWorker(file);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let broken: Error | null = null;
  let stopped: Promise<void> | null = null;

  worker.on("message", (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.kind === "failed") asked?.reject(new Error(answer.message));
    else asked?.resolve(answer);
  });
  const breakOff = (error: Error): void => {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("error", breakOff);
  worker.on("exit", () => breakOff(new Error("the log is closed")));

  function ask(request: Ask, transfer: readonly ArrayBuffer[] = []): Promise<Answer> {
    if (broken) return Promise.reject(broken);
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ ...request, id }, transfer);
    });
  }

  return {
    load: async (room) => {
      const answer = await ask({ kind: "load", room });
      if (answer.kind !== "loaded") throw unexpected(answer);
      return { ...answer.room, authors: new Map(answer.room.authors) };
    },
    append: async (batch) => {
      const { entries, bytes } = pack(batch);
      const answer = await ask({ kind: "append", entries, bytes }, [bytes.buffer]);
      if (answer.kind !== "appended") throw unexpected(answer);
      return answer.seqs;
    },
    compact: async (room, upTo, update) => {
      const snapshot = new Uint8Array(update);
      const request = { kind: "compact", room, upTo, snapshot } as const;
      const answer = await ask(request, [snapshot.buffer]);
      if (answer.kind !== "compacted") throw unexpected(answer);
      return answer.done;
    },
    stop: () => {
      stopped ??= ask({ kind: "stop" }).then(async () => {
        await worker.terminate();
      });
      return stopped;
    },
  };
}

/** Resolves once the file is open, and rejects where it can't be. */
function startWorker(file: string): Promise<Worker> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: { file },
    // The main thread's own flags (an --input-type, say) are not the worker's.
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", () => {
      worker.off("error", reject);
      resolve(worker);
    });
  });
}

/**
 * All bytes of a batch in one fresh buffer that can be handed over: posting the updates as they
 * are would either copy the buffers they are views on, or take them from those still relaying.
 */
function pack(batch: readonly Append[]): {
  readonly entries: readonly PackedAppend[];
  readonly bytes: Uint8Array<ArrayBuffer>;
} {
  const bytes = new Uint8Array(batch.reduce((length, { update }) => length + update.length, 0));
  let start = 0;
  const entries = batch.map(({ room, author, at, update, binds }) => {
    bytes.set(update, start);
    const end = start + update.length;
    const entry = { room, author, at, start, end, binds };
    start = end;
    return entry;
  });
  return { entries, bytes };
}

const unexpected = (answer: Answer): Error => new Error(`the log answered ${answer.kind}`);
