import type { RoomLog } from "@concord/sync/ports";

import { packBatch } from "./batch.ts";
import { type Ask, LogThread } from "./log-thread.ts";
import type { Answer } from "./protocol.ts";

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
      const answer = ofKind("loaded", await ask({ kind: "load", room }));
      return { ...answer.room, authors: new Map(answer.room.authors) };
    },
    append: async (appends) => {
      const batch = packBatch(appends);
      const answer = ofKind("appended", await ask({ kind: "append", batch }, [batch.bytes.buffer]));
      return [...answer.seqs];
    },
    compact: async (room, upTo, update, parts) => {
      const snapshot = new Uint8Array(update);
      // Copies, lest whatever else their memory holds should cross with them.
      const history = parts.map((part) => ({ ...part, update: new Uint8Array(part.update) }));
      const answer = ofKind(
        "compacted",
        await ask({ kind: "compact", room, upTo, snapshot, history }, [snapshot.buffer]),
      );
      return answer.done;
    },
    history: async (room) => {
      const answer = ofKind("history", await ask({ kind: "history", room }));
      return { ...answer.history, authors: new Map(answer.history.authors) };
    },
    forget: async (room, upTo, base) => {
      const answer = ofKind(
        "forgotten",
        await ask({ kind: "forget", room, upTo, base: new Uint8Array(base) }),
      );
      return answer.done;
    },
    olderThan: async (before) => {
      const answer = ofKind("older-than", await ask({ kind: "older-than", before }));
      return answer.rooms;
    },
    ...leaving(ask),
    stop: () => {
      stopped ??= ask({ kind: "stop" }).then(() => thread.terminate());
      return stopped;
    },
  };
}

const leaving = (ask: (request: Ask) => Promise<Answer>): Pick<RoomLog, "disown" | "erase"> => ({
  disown: async (path, author, by) => void (await ask({ kind: "disown", path, author, by })),
  erase: async (path) => void (await ask({ kind: "erase", path })),
});

type AnswerOf<Kind extends Answer["kind"]> = Extract<Answer, { kind: Kind }>;

function ofKind<Kind extends Answer["kind"]>(kind: Kind, answer: Answer): AnswerOf<Kind> {
  const isOfKind = (some: Answer): some is AnswerOf<Kind> => some.kind === kind;
  if (isOfKind(answer)) return answer;
  throw new Error(`the log answered ${answer.kind}`);
}
