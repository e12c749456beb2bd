import type { Append, RoomLog } from "@concord/sync/ports";

import { type Ask, LogThread } from "./log-thread.ts";
import type { Answer, PackedAppend } from "./protocol.ts";

/**
 * The log in an SQLite file, behind a worker thread of its own. A thread that dies takes what it
 * was asked with it (those calls reject, though a commit may have gone through: entries are
 * updates, and twice the same does no harm); the next call starts another.
 */
export async function openSqliteRoomLog({ file }: { readonly file: string }): Promise<RoomLog> {
  let thread = await LogThread.start(file);
  let restarting: Promise<void> | null = null;
  let stopped: Promise<void> | null = null;

  async function restart(): Promise<void> {
    try {
      thread = await LogThread.start(file);
    } finally {
      restarting = null;
    }
  }

  async function ask(request: Ask, transfer: readonly ArrayBuffer[] = []): Promise<Answer> {
    if (thread.hasEnded && !stopped) await (restarting ??= restart());
    return thread.ask(request, transfer);
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
    compact: async (room, upTo, update, parts) => {
      const snapshot = new Uint8Array(update);
      // Copies, lest whatever else their memory holds should cross with them.
      const history = parts.map((part) => ({ ...part, update: new Uint8Array(part.update) }));
      const request = { kind: "compact", room, upTo, snapshot, history } as const;
      const answer = await ask(request, [snapshot.buffer]);
      if (answer.kind !== "compacted") throw unexpected(answer);
      return answer.done;
    },
    history: async (room) => {
      const answer = await ask({ kind: "history", room });
      if (answer.kind !== "history") throw unexpected(answer);
      return { ...answer.history, authors: new Map(answer.history.authors) };
    },
    forget: async (room, upTo, base) => {
      const answer = await ask({ kind: "forget", room, upTo, base: new Uint8Array(base) });
      if (answer.kind !== "forgotten") throw unexpected(answer);
      return answer.done;
    },
    olderThan: async (before) => {
      const answer = await ask({ kind: "older-than", before });
      if (answer.kind !== "older-than") throw unexpected(answer);
      return answer.rooms;
    },
    stop: () => {
      stopped ??= ask({ kind: "stop" }).then(() => thread.terminate());
      return stopped;
    },
  };
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
