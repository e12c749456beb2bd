import { writeDocument } from "../content/document.ts";
import { openLine, sync } from "../wire/line.ts";
import { emptyUpdate, step2, updateMessage } from "../wire/messages.ts";
import type { Load } from "./load.ts";

interface Sizes {
  readonly clients: number;
  /** Of each room's document. */
  readonly bytes: number;
}

/** After a restart the people of all rooms, two in each, come back at once with what they have. */
export function storm(name: string, { clients, bytes }: Sizes): Load {
  const rooms = Math.ceil(clients / 2);
  return {
    name,
    rooms,
    needs: "persistence",
    run: async ({ server, restart }) => {
      const { stages, vector } = writeDocument(bytes);
      for (let room = 0; room < rooms; room += 1) {
        const line = await openLine(server, { room, person: 0 });
        await sync(line);
        for (const stage of stages) line.send(updateMessage(stage));
        await sync(line);
        line.hangUp();
      }
      const again = await restart();
      const start = performance.now();
      const lines = await Promise.all(
        Array.from({ length: clients }, async (_, i) => {
          const at = { room: i >> 1, person: i % 2 };
          const line = await openLine(again, at, (kind, _payload, _body, self) => {
            if (kind === "step1") self.send(step2(emptyUpdate));
          });
          await sync(line, vector);
          return line;
        }),
      );
      const seconds = (performance.now() - start) / 1000;
      for (const line of lines) line.hangUp();
      return { [`${name}: seconds`]: seconds };
    },
  };
}
