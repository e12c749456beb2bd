import { writeDocument } from "../content/document.ts";
import { openLine, sync } from "../wire/line.ts";
import { updateMessage } from "../wire/messages.ts";
import type { Load } from "./load.ts";
import { until } from "./room.ts";

interface Sizes {
  readonly rooms: number;
  readonly bytes: number;
}

/** Long enough that what waited to be stored is stored, and that nothing happens any more. */
const settle = 4000;

/** What an open room costs in which nobody does anything: its history and two connections. */
export function memory(name: string, { rooms, bytes }: Sizes): Load {
  return {
    name,
    rooms: rooms + 1,
    needs: "nothing",
    run: async ({ server }) => {
      const { stages, bytes: size } = writeDocument(bytes);
      const fill = async (room: number) => {
        let heard = 0;
        const lines = await Promise.all([
          openLine(server, { room, person: 0 }),
          openLine(server, { room, person: 1 }),
        ]);
        if (server.dialect.answers) await Promise.all(lines.map((line) => sync(line)));
        const [writer, reader] = lines;
        reader.hear = (kind, payload) => {
          if (kind === "update") heard += payload.length;
        };
        for (const stage of stages) writer.send(updateMessage(stage));
        await until(() => heard > 0.8 * size, 30, "the history was not relayed");
        return lines;
      };
      // The first pays for what is loaded once.
      const all = [...(await fill(rooms))];
      const before = await server.usage({ collect: true });
      for (let room = 0; room < rooms; room += 1) all.push(...(await fill(room)));
      await new Promise((resolve) => setTimeout(resolve, settle));
      const after = await server.usage({ collect: true });
      for (const line of all) line.hangUp();
      return {
        [`${name}: heap`]: (after.heap - before.heap) / rooms / 1000,
        [`${name}: resident`]: (after.resident - before.resident) / rooms / 1000,
      };
    },
  };
}
