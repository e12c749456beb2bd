import * as Y from "yjs";

import { contentOf } from "../engine/compaction.ts";
import { mergeAll } from "../engine/merge.ts";
import { type Role, type Rooms, makeRooms } from "../engine/rooms.ts";
import { DocumentState } from "../engine/state.ts";
import { closeCodes } from "../protocol/close.ts";
import { scanUpdate } from "../protocol/scan-update.ts";
import { editAnything } from "./edits.ts";
import { FuzzClient } from "./fuzz-client.ts";
import { FuzzLog } from "./fuzz-log.ts";
import { type ManualClock, makeManualClock } from "./manual-clock.ts";
import { makeMemoryLog } from "./memory-log.ts";
import { type Random, makeRandom } from "./random.ts";

/** What the world looks like once everything has arrived everywhere. */
export interface Outcome {
  /** Content and state vector of each client, then of the log, and of its history. */
  readonly worlds: readonly { readonly content: string; readonly vector: object }[];
  /** Acknowledged clocks and deletions that the log doesn't have. */
  readonly lost: readonly string[];
  /** Final refusals of clients that did nothing wrong. */
  readonly refusals: readonly object[];
}

/** What went wrong on a day, if anything did. */
export function faultsOf({ worlds, lost, refusals }: Outcome): string[] {
  const [world] = worlds.map((one) => JSON.stringify(one));
  const differing = worlds.filter((one) => JSON.stringify(one) !== world);
  return [
    ...differing.map((one) => `ends with ${JSON.stringify(one)} instead of ${world}`),
    ...lost.map((what) => `lost ${what}`),
    ...refusals.map((what) => `refused ${JSON.stringify(what)}`),
  ];
}

/** Two people on several devices and an observer, on a bad day. The same seed is the same day. */
export async function fuzz(seed: number, steps: number): Promise<Outcome> {
  const day = new Day(makeRandom(seed));
  for (let i = 0; i < steps; i += 1) await day.step();
  return day.end();
}

class Day {
  readonly #random: Random;
  readonly #clock: ManualClock = makeManualClock();
  readonly #disk = makeMemoryLog();
  readonly #clients = ["ada", "ben", "ada", "cleo"].map((person) => new FuzzClient(person));
  #log: FuzzLog;
  #rooms: Rooms;
  /** Ben's role changes; the observer's doesn't. */
  #bens: Role = "writer";

  constructor(random: Random) {
    this.#random = random;
    for (const client of this.#clients) this.#name(client);
    ({ log: this.#log, rooms: this.#rooms } = this.#start());
  }

  async step(): Promise<void> {
    const client = this.#random.pick(this.#clients);
    const dice = this.#random.below(1000);
    if (dice < 250) this.#edit(client);
    else if (dice < 550) client.moveUp();
    else if (dice < 800) client.moveDown();
    else if (dice < 940) this.#log.step();
    else if (dice < 950) client.cut();
    else if (dice < 955) client.hangUp();
    else if (dice < 960) this.#reload(client);
    else if (dice < 965) await this.#crash();
    else if (dice < 970) this.#changeRole();
    else if (dice < 980) this.#clock.advance(this.#random.pick([5, 5000, 20_000, 60_000]));
    else if (!client.isConnected) client.connect(this.#rooms, this.#roleOf(client));
    await settle();
  }

  /** No more bad luck: everybody comes back and everything arrives. */
  async end(): Promise<Outcome> {
    this.#log.failing = 0;
    this.#bens = "writer";
    for (const client of this.#clients) {
      client.cut();
      client.hangUp();
      client.connect(this.#rooms, this.#roleOf(client));
    }
    while (this.#clients.some(({ hasTraffic }) => hasTraffic) || !this.#log.isIdle) {
      for (const client of this.#clients) {
        client.moveUp();
        client.moveDown();
      }
      this.#log.step();
      await settle();
    }
    return this.#outcome();
  }

  #start(): { readonly log: FuzzLog; readonly rooms: Rooms } {
    const log = new FuzzLog(this.#disk, this.#random);
    log.failing = 0.03;
    const limits = {
      tailEntries: 25,
      idle: 10_000,
      historyKept: 10_000,
      historyPause: 6000,
      // The last hour of a day has no clock.
      logPace: 0,
      ackDelay: 0,
    };
    const rooms = makeRooms({ log, clock: this.#clock, report: () => {}, limits });
    return { log, rooms };
  }

  /** ClientIDs from the seed, so that a day can be replayed. */
  #name(client: FuzzClient): void {
    client.doc.clientID = 1 + this.#random.below(2 ** 32 - 1);
  }

  #roleOf({ person }: FuzzClient): Role {
    if (person === "cleo") return "reader";
    return person === "ben" ? this.#bens : "writer";
  }

  #edit(client: FuzzClient): void {
    if (this.#roleOf(client) === "writer") editAnything(client.doc, this.#random);
  }

  #reload(client: FuzzClient): void {
    client.reload();
    this.#name(client);
  }

  async #crash(): Promise<void> {
    await this.#log.crash();
    for (const client of this.#clients) client.lose();
    ({ log: this.#log, rooms: this.#rooms } = this.#start());
  }

  #changeRole(): void {
    this.#bens = this.#bens === "writer" ? "reader" : "writer";
    this.#rooms.review((_room, { person }) => (person === "ben" ? closeCodes.roleChanged : null));
  }

  /** What the history makes of the document, from its beginning to its end. */
  async #remembered(): Promise<Y.Doc> {
    const { base, parts } = await this.#disk.history("room");
    const doc = new Y.Doc();
    if (base) Y.applyUpdate(doc, base);
    for (const { update } of parts) Y.applyUpdate(doc, update);
    return doc;
  }

  async #outcome(): Promise<Outcome> {
    const { snapshot, tail, authors } = await this.#disk.load("room");
    const updates = [...(snapshot ? [snapshot.update] : []), ...tail.map(({ update }) => update)];
    const stored = new Y.Doc();
    Y.applyUpdate(stored, mergeAll(updates));
    const state = new DocumentState();
    state.restore(updates.map((update, i) => ({ update, seq: i + 1 })));
    const docs = [...this.#clients.map(({ doc }) => doc), stored, await this.#remembered()];
    return {
      worlds: docs.map((doc) => ({ content: contentOf(doc), vector: vectorOf(doc) })),
      lost: this.#clients.flatMap(({ acknowledged }) =>
        acknowledged.flatMap(({ person, update }) => missing(update, state, authors, person)),
      ),
      refusals: this.#clients.flatMap(({ refusals }) => refusals),
    };
  }
}

/** Promises that hang on one another get their turns. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
}

function vectorOf(doc: Y.Doc): object {
  const vector = Y.decodeStateVector(Y.encodeStateVector(doc));
  return Object.fromEntries([...vector].sort(([a], [b]) => a - b));
}

/** What of a person's acknowledged update the log lacks. Others' words in it are theirs to send. */
function missing(
  update: Uint8Array,
  state: DocumentState,
  authors: ReadonlyMap<number, string>,
  person: string,
): string[] {
  const scan = scanUpdate(update);
  if (scan.kind === "refused") return [scan.why];
  const structs = scan.sections
    .filter(({ client }) => (authors.get(client) ?? person) === person)
    .flatMap(({ client, ranges }) => ranges.map((range) => ({ client, ...range })))
    .filter(({ client, clock, end }) => !state.structs.covers(client, clock, end));
  const deletes = scan.deletes.filter(
    ({ client, clock, end }) => !state.deleted.covers(client, clock, end),
  );
  return [...structs, ...deletes].map((range) => JSON.stringify(range));
}
