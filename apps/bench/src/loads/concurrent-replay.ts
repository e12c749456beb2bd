import * as Y from "yjs";

import type { ConcurrentTrace } from "../content/concurrent-trace.ts";
import { sync } from "../wire/line.ts";
import type { Load } from "./load.ts";
import { textAt } from "./reading.ts";
import { LoadRoom, until } from "./room.ts";

/** Edits of each writer on their way at a time. */
const inFlight = 2000;

/**
 * A recorded text that two wrote at once, keystroke by keystroke, through one room. Nobody writes
 * before what they wrote upon has come: how far the two are apart is as it was recorded.
 */
export function concurrentReplay(name: string, trace: () => ConcurrentTrace): Load {
  return {
    name,
    rooms: 1,
    needs: "nothing",
    run: async ({ server }) => {
      const { authors, text, vector } = trace();
      const room = await LoadRoom.open(server, 0, authors);
      const reading = readAlong(room);
      const before = await server.usage();
      await typeAll(room, authors);
      if (server.dialect.answers) {
        // Deletions are not seen by their clocks: an answer says that they have been taken too.
        await Promise.all(room.writers.map((line) => sync(line, vector)));
      }
      const after = await server.usage();
      await until(() => reading() === text, 2, "who read along reads another text");
      if (server.dialect.answers && (await textAt(server)) !== text)
        throw new Error("the text is not what was written");
      room.hangUp();
      return { [`${name}: cpu`]: (after.cpu - before.cpu) / 1e6 };
    },
  };
}

async function typeAll(room: LoadRoom, authors: ConcurrentTrace["authors"]): Promise<void> {
  const isDue = (writer: 0 | 1, index: number): boolean => {
    const edit = authors[writer].edits[index];
    if (!edit || edit.upon > room.heardBy(writer)) return false;
    return authors[writer].clockAfter(index - inFlight) <= room.heardOf(writer);
  };
  const typeDue = (writer: 0 | 1): void => {
    let next = room.sent[writer];
    while (isDue(writer, next)) next += 1;
    if (next > room.sent[writer]) room.type(writer, next - room.sent[writer]);
  };
  const isOver = (): boolean => authors.every(({ edits }, i) => room.sent[i] === edits.length);
  while (!isOver()) {
    const mayGoOn = () => isDue(0, room.sent[0]) || isDue(1, room.sent[1]);
    await until(mayGoOn, 60, "nothing is relayed any more");
    typeDue(0);
    typeDue(1);
  }
  await until(() => room.isQuiet, 60, "not everything was relayed");
}

/** Keeps what the one who only reads hears, and tells what they read by then. */
function readAlong(room: LoadRoom): () => string {
  const doc = new Y.Doc();
  let heard: Uint8Array[] = [];
  room.onUpdate = (update) => heard.push(update);
  return () => {
    for (const update of heard) Y.applyUpdate(doc, update);
    heard = [];
    return doc.getText("text").toJSON();
  };
}
