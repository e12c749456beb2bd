import type { Socket } from "../ports.ts";
import { type Close, closeCodes } from "../protocol/close.ts";
import { scanUpdate } from "../protocol/scan-update.ts";
import { type Compactor, compactInProcess } from "./compaction.ts";
import { RoomConnection } from "./connection.ts";
import { type Revision, type RevisionDocument, History } from "./history.ts";
import { type Limits, defaultLimits } from "./limits.ts";
import { Budgets } from "./budgets.ts";
import { Deferred } from "./deferred.ts";
import { LogWriter } from "./log-writer.ts";
import { OpenRoom } from "./open-room.ts";
import type { Admission, ConnectOptions, Connection, Rooms, RoomsOptions } from "./rooms.ts";
import { Tally } from "./tally.ts";

/** All rooms of this process: loads each once, and lets it go when nobody needs it. */
export class Registry implements Rooms {
  readonly #options: RoomsOptions;
  readonly #limits: Limits;
  readonly #writer: LogWriter;
  readonly #open = new Map<string, OpenRoom>();
  readonly #people: Tally;
  readonly #answers: Budgets;
  readonly #acks: Deferred<RoomConnection>;
  readonly #packing: Deferred<OpenRoom>;
  readonly #compactor: Compactor;
  readonly #history: History;
  #stopped = false;
  #cancelTick: () => void;

  constructor(options: RoomsOptions) {
    this.#options = options;
    this.#limits = { ...defaultLimits, ...options.limits };
    this.#writer = new LogWriter(options.log, options.clock, this.#limits.logPace);
    this.#compactor = options.compactor ?? compactInProcess;
    this.#history = new History({
      ...options,
      compactor: this.#compactor,
      limits: this.#limits,
      fold: (name) => this.#roomOf(name).fold(),
    });
    this.#people = new Tally(this.#limits.connectionsPerPerson);
    this.#answers = new Budgets(this.#limits.answers);
    this.#acks = new Deferred(options.clock, this.#limits.ackDelay, (connection) =>
      connection.acknowledge(),
    );
    this.#packing = new Deferred(options.clock, this.#limits.quiet, (room) => room.pack());
    this.#cancelTick = options.clock.after(this.#limits.tick, () => this.#tick());
  }

  connect(
    name: string,
    socket: Socket,
    admission: Admission,
    { acknowledge, epoch }: ConnectOptions,
  ): Connection {
    const letGo = this.#people.take(admission.person);
    const room = this.#stopped || !letGo ? null : this.#roomOf(name);
    const connection = new RoomConnection(socket, admission, {
      clock: this.#options.clock,
      limits: this.#limits,
      acknowledge,
      epoch,
      answers: this.#answers,
      acks: this.#acks,
      left: (left) => {
        letGo?.();
        room?.leave(left);
      },
    });
    if (room) room.join(connection);
    else connection.end(this.#stopped ? closeCodes.restart : closeCodes.tooMany);
    return connection;
  }

  review(verdict: (room: string, admission: Admission) => Close | null): void {
    for (const room of this.#open.values()) {
      for (const connection of room.connections) {
        const close = verdict(room.name, connection.admission);
        if (close) connection.end(close);
      }
    }
  }

  async read(name: string): Promise<Uint8Array> {
    return this.#roomOf(name).use(async (room) => {
      await room.settled();
      const whole = room.state.whole();
      // More may be shown by now that isn't durable yet.
      await room.settled();
      return whole;
    });
  }

  async write(name: string, author: string, update: Uint8Array): Promise<void> {
    const scan = scanUpdate(update);
    if (scan.kind === "refused") throw new Error(`a broken update: ${scan.why}`);
    await this.#roomOf(name).use(async (room) => {
      const { kind } = room.accept({ kind: "update", update, scan, frame: null }, author, null);
      if (kind !== "accepted") throw new Error(`the room refuses the update: ${kind}`);
      await room.settled();
    });
  }

  revisions(name: string): Promise<readonly Revision[]> {
    return this.#history.revisions(name);
  }

  revision(name: string, id: number): Promise<RevisionDocument | null> {
    return this.#history.revision(name, id);
  }

  async disown(path: string, author: string, by: string): Promise<void> {
    // What they wrote last may be on its way to the log. A room that cannot be read has nothing.
    await Promise.all(
      this.#under(path).map((room) => room.use((loaded) => loaded.settled()).catch(() => {})),
    );
    await this.#options.log.disown(path, author, by);
  }

  async erase(path: string): Promise<void> {
    const open = this.#under(path);
    for (const room of open) room.endAll(closeCodes.noAccess);
    await Promise.all(
      open.map(async (room) => {
        await room.use((loaded) => loaded.settled()).catch(() => {});
        await room.quiet();
        room.drop();
      }),
    );
    await this.#options.log.erase(path);
  }

  #under(path: string): readonly OpenRoom[] {
    return [...this.#open.values()].filter(
      ({ name }) => name === path || name.startsWith(`${path}/`),
    );
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTick();
    const purged = this.#history.stop();
    for (const room of this.#open.values()) room.endAll(closeCodes.restart);
    await this.#writer.idle();
    await purged;
    await Promise.all([...this.#open.values()].map((room) => room.quiet()));
    await this.#writer.idle();
    for (const room of this.#open.values()) room.drop();
    this.#acks.stop();
    this.#packing.stop();
  }

  #roomOf(name: string): OpenRoom {
    if (this.#stopped) throw new Error("the rooms are closed");
    const open = this.#open.get(name);
    if (open) return open;
    const room: OpenRoom = new OpenRoom(name, {
      ...this.#options,
      compactor: this.#compactor,
      limits: this.#limits,
      writer: this.#writer,
      packing: this.#packing,
      gone: () => {
        if (this.#open.get(name) === room) this.#open.delete(name);
      },
    });
    this.#open.set(name, room);
    return room;
  }

  #tick(): void {
    for (const room of this.#open.values()) {
      for (const connection of room.connections) connection.tick();
    }
    this.#answers.sweep(this.#options.clock.now());
    this.#cancelTick = this.#options.clock.after(this.#limits.tick, () => this.#tick());
  }
}
