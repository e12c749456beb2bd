import { makeTypists } from "../content/typist.ts";
import { percentile } from "../statistics.ts";
import { awarenessMessage } from "../wire/messages.ts";
import type { Figures, Load } from "./load.ts";
import { type LoadRoom, openRooms, until } from "./room.ts";

interface Sizes {
  readonly rooms: number;
  /** Updates a second, over all rooms. */
  readonly rate: number;
  readonly seconds: number;
  /** As many cursors as letters. */
  readonly awareness: boolean;
}

const warmUp = 1;

/** Rooms of two who type and one who looks on, at a rate that every server should bear. */
export function typing(name: string, sizes: Sizes): Load {
  return {
    name,
    rooms: sizes.rooms,
    needs: "nothing",
    run: async ({ server }) => {
      const typists = makeTypists();
      const rooms = await openRooms(server, sizes.rooms, typists);
      await pace(rooms, { ...sizes, seconds: warmUp });
      await quiet(rooms);
      const before = await server.usage();
      const latencies = await pace(rooms, sizes);
      await quiet(rooms);
      const after = await server.usage();
      for (const room of rooms) room.hangUp();
      const figures: Figures = {
        [`${name}: cpu`]: (after.cpu - before.cpu) / latencies.length,
        [`${name}: p50`]: percentile(latencies, 0.5),
        [`${name}: p99`]: percentile(latencies, 0.99),
      };
      return figures;
    },
  };
}

const quiet = (rooms: readonly LoadRoom[]): Promise<void> =>
  until(() => rooms.every((room) => room.isQuiet), 30, "not every update was relayed");

/** Types at the rate, and returns how long each update took to the observer (ms). */
async function pace(rooms: readonly LoadRoom[], sizes: Sizes): Promise<readonly number[]> {
  const total = sizes.rate * sizes.seconds;
  const latencies: number[] = [];
  const sentAt = rooms.map((room) => watch(room, latencies));
  const start = performance.now();
  for (let sent = 0; sent < total;) {
    const now = performance.now();
    const due = Math.min(total, Math.floor(((now - start) * sizes.rate) / 1000));
    for (; sent < due; sent += 1) {
      const at = sent % rooms.length;
      const room = rooms[at];
      if (!room) continue;
      const writer = Math.floor(sent / rooms.length) % 2 ? 1 : 0;
      sentAt[at]?.[writer].push(performance.now());
      room.type(writer, 1);
      if (sizes.awareness) {
        room.writers[writer].send(awarenessMessage(writer ? 2002 : 1001, room.sent[writer]));
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await until(() => latencies.length === total, 30, "not every update reached the observer");
  return latencies;
}

/** Notes when each update arrives that is sent from now on. */
function watch(room: LoadRoom, latencies: number[]): readonly [number[], number[]] {
  const sentAt: readonly [number[], number[]] = [[], []];
  const [first, second] = room.sent;
  room.onObserved = (writer, clock) => {
    const at = sentAt[writer][clock - (writer ? second : first)] ?? NaN;
    latencies.push(performance.now() - at);
  };
  return sentAt;
}
