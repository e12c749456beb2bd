import type { Trace } from "../content/trace.ts";
import type { ServerProcess } from "../server-process.ts";
import { openLine, sync } from "../wire/line.ts";
import { eachRun, stateVector, updateMessage } from "../wire/messages.ts";
import type { Load } from "./load.ts";
import { textAt } from "./reading.ts";
import { until } from "./room.ts";

/** One connection sends no more than this: a server may well limit what comes over one. */
const perLine = 50_000;
const perWrite = 250;
const inFlight = 2000;

/** A recorded text, keystroke by keystroke, through one room, and what is there in the end. */
export function replay(name: string, trace: () => Trace): Load {
  return {
    name,
    rooms: 1,
    needs: "nothing",
    run: async ({ server }) => {
      const { updates, clocks, author, text } = trace();
      let heard = 0;
      const reader = await openLine(server, { room: 0, person: 1 });
      if (server.dialect.answers) await sync(reader);
      reader.hear = (kind, payload, body) => {
        if (kind !== "update") return;
        eachRun(payload, body, (client, from, to) => {
          if (client !== author || from !== heard) throw new Error(`heard ${from}, not ${heard}`);
          heard = to;
        });
      };
      /** Whether the reader has everything before this update. */
      const isHeard = (update: number) => update <= 0 || heard >= (clocks[update - 1] ?? 0);
      const before = await server.usage();
      for (let first = 0; first < updates.length; first += perLine) {
        const last = Math.min(updates.length, first + perLine);
        // Whoever writes on holds what they wrote, and asks for none of it.
        const held = (count: number) => stateVector(author, clocks[count - 1] ?? 0);
        await send(server, updates.slice(first, last), {
          vectors: [held(first), held(last)],
          isHeard: (sent) => isHeard(first + sent),
        });
      }
      const after = await server.usage();
      if (server.dialect.answers && (await textAt(server)) !== text)
        throw new Error("the text is not what was written");
      reader.hangUp();
      return { [`${name}: cpu`]: (after.cpu - before.cpu) / 1e6 };
    },
  };
}

interface Stretch {
  /** What its writer holds before it and after it. */
  readonly vectors: readonly [Uint8Array, Uint8Array];
  readonly isHeard: (update: number) => boolean;
}

/** Some of the updates on a line of their own. */
async function send(
  server: ServerProcess,
  updates: readonly Uint8Array[],
  { vectors: [before, after], isHeard }: Stretch,
): Promise<void> {
  const writer = await openLine(server, { room: 0, person: 0 });
  // Some servers end a line on which much is said before they have answered its hello.
  if (server.dialect.answers) await sync(writer, before);
  for (let sent = 0; sent < updates.length; sent += perWrite) {
    await until(() => isHeard(sent - inFlight), 60, "nothing is relayed any more");
    const some = updates.slice(sent, sent + perWrite);
    writer.write(Buffer.concat(some.map((update) => writer.frame(updateMessage(update)))));
  }
  await until(() => isHeard(updates.length), 60, "not everything was relayed");
  // Deletions are not seen by their clocks: an answer says that they have been taken too.
  if (server.dialect.answers) await sync(writer, after);
  writer.hangUp();
}
