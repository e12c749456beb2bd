import { makeTypists } from "../content/typist.ts";
import type { Load } from "./load.ts";
import { openRooms, until } from "./room.ts";

interface Sizes {
  readonly rooms: number;
  readonly seconds: number;
}

/** Updates on their way at a time, over all writers: enough that the server never waits. */
const inFlight = 10_000;
const warmUp = 1;

/** As fast as it goes: each writer sends more as soon as both others have heard the last. */
export function flood(name: string, { rooms: count, seconds }: Sizes): Load {
  return {
    name,
    rooms: count,
    needs: "nothing",
    run: async ({ server }) => {
      const rooms = await openRooms(server, count, makeTypists());
      const batch = Math.max(1, Math.round(inFlight / (2 * count)));
      let over = false;
      let relayed = 0;
      for (const room of rooms) {
        const goOn = (writer: 0 | 1): void => {
          if (!room.isHeard(writer)) return;
          relayed += batch;
          if (!over) room.type(writer, batch);
        };
        room.onObserved = goOn;
        room.onPartner = goOn;
        room.type(0, batch);
        room.type(1, batch);
      }
      await pause(warmUp);
      const usage = await server.usage();
      const before = { relayed, at: performance.now(), load: process.cpuUsage() };
      await pause(seconds);
      const elapsed = (performance.now() - before.at) / 1000;
      const rate = (relayed - before.relayed) / elapsed;
      const { user, system } = process.cpuUsage(before.load);
      const cpu = ((await server.usage()).cpu - usage.cpu) / (relayed - before.relayed);
      over = true;
      await until(() => rooms.every((room) => room.isQuiet), 30, "not every update was relayed");
      for (const room of rooms) room.hangUp();
      return {
        [`${name}: rate`]: rate,
        [`${name}: cpu`]: cpu,
        [`${name}: load`]: (user + system) / 1e6 / elapsed,
      };
    },
  };
}

const pause = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));
