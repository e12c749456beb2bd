import { type Message, type UpdateMessage, encodeSync, encodeUpdate } from "../protocol/message.ts";
import { type SizeClass, syncType } from "../protocol/message-type.ts";
import type { AwarenessState } from "../protocol/awareness.ts";
import type { Clock, StoredRoom } from "../ports.ts";
import { encodeDeletes } from "../protocol/rewrite-update.ts";
import { type DeletedRange, scanUpdate } from "../protocol/scan-update.ts";
import { concat } from "../protocol/writer.ts";
import { type Judgement, type Omitted, isKnown, judge } from "./authorship.ts";
import type { Limits } from "./limits.ts";
import type { Appender, LogWriter } from "./log-writer.ts";
import { Ownership } from "./ownership.ts";
import { Presence, type Presenter } from "./presence.ts";
import { DocumentState } from "./state.ts";

/** A connection, as its room sees it. */
export interface Member extends Presenter {
  send(frame: Uint8Array): void;
  /** Of everything the room has accepted, the first `count` are durable. */
  durable(count: number): void;
  /** The document has come into another class of size. */
  sized(size: SizeClass): void;
}

export interface RoomContext {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly writer: LogWriter;
  /** Nothing of the room's that isn't durable can be trusted any more. */
  readonly failed: (error: unknown) => void;
  /** Everything accepted so far is durable. */
  readonly settled: () => void;
}

export type Verdict =
  | { readonly kind: "accepted"; readonly omitted: Omitted }
  | { readonly kind: "foreign" }
  | { readonly kind: "too-large" };

interface Entry {
  readonly frame: Uint8Array;
  readonly update: Uint8Array;
  readonly from: Member | null;
  readonly binds: readonly number[];
  /** The clientIDs whose binding it waits for before anybody sees it (SPEC A6). */
  readonly waitsFor: readonly number[];
  shown: boolean;
}

const bytesOf = (entries: readonly { readonly update: Uint8Array }[]): number =>
  entries.reduce((bytes, { update }) => bytes + update.length, 0);

interface Waiter {
  readonly count: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** One loaded room: what it holds, who is in it, and what is on its way to the log. */
export class Room implements Appender {
  readonly name: string;
  /** Names this history of the room; a re-created room has another. */
  readonly epoch: string;
  readonly state = new DocumentState();
  readonly presence: Presence;
  readonly members = new Set<Member>();
  readonly #context: RoomContext;
  readonly #ownership: Ownership;
  readonly #unsettled = new Set<number>();
  #inFlight: Entry[] = [];
  #waiters: Waiter[] = [];
  #accepted = 0;
  #durable = 0;
  #lastSeq: number;
  #size: SizeClass;
  /** What the log has after its snapshot. */
  tail: { readonly entries: number; readonly bytes: number };
  snapshotBytes: number;

  constructor(name: string, stored: StoredRoom, context: RoomContext) {
    this.name = name;
    this.epoch = stored.epoch;
    this.#context = context;
    this.#ownership = new Ownership(stored.authors);
    this.presence = new Presence(context.clock, context.limits, this.members);
    if (stored.snapshot) this.state.restore(stored.snapshot.update);
    for (const entry of stored.tail) this.state.restore(entry.update);
    this.#lastSeq = stored.tail.at(-1)?.seq ?? stored.snapshot?.seq ?? 0;
    this.tail = { entries: stored.tail.length, bytes: bytesOf(stored.tail) };
    this.snapshotBytes = stored.snapshot?.update.length ?? 0;
    this.#size = this.#classify();
  }

  /** How many updates have been accepted; compare with what `durable` tells. */
  get accepted(): number {
    return this.#accepted;
  }

  get isSettled(): boolean {
    return this.#accepted === this.#durable;
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  get size(): SizeClass {
    return this.#size;
  }

  /** Takes in what a writer shows of themselves; what they use there is theirs (SPEC A8). */
  showStates(member: Member, states: readonly AwarenessState[]): void {
    this.presence.take(member, states, this.#ownership);
  }

  /** Whether the room has by now all that was left out, or would have been deleted. */
  has({ sections, deletes }: Omitted): boolean {
    return (
      sections.every((section) => isKnown(section, this.state)) &&
      deletes.every(({ client, clock, end }) => this.state.structs.covers(client, clock, end))
    );
  }

  /** Deletes what was asked for before the room had it. */
  erase(deletes: readonly DeletedRange[], author: string, from: Member): void {
    const update = concat([0], [encodeDeletes(deletes)]);
    const scan = scanUpdate(update);
    if (scan.kind === "scanned") this.accept({ kind: "update", update, scan }, author, from);
  }

  answer(member: Member, vector: Extract<Message, { kind: "step1" }>["vector"]): void {
    member.send(encodeSync(syncType.step2, this.state.missing(vector)));
  }

  /** Takes an update for the document, or says why not. Accepting it is the commit (SPEC R3). */
  accept(message: UpdateMessage, author: string, from: Member | null): Verdict {
    const judgement = judge(message, author, this.#ownership, this.state);
    if (judgement.kind === "foreign") return judgement;
    const { omitted } = judgement;
    if (judgement.kind === "known") return { kind: "accepted", omitted };
    const { documentBytes } = this.#context.limits;
    if (this.state.bytes + judgement.update.length > documentBytes) return { kind: "too-large" };
    this.#commit(judgement, author, from);
    return { kind: "accepted", omitted };
  }

  /** Takes a snapshot for what it was made of, if the room still starts from that. */
  compacted(from: Uint8Array, to: Uint8Array): void {
    this.state.replace(from, to);
    this.#measure();
  }

  #classify(): SizeClass {
    const { fillingBytes, nearlyFullBytes } = this.#context.limits;
    if (this.state.bytes >= nearlyFullBytes) return "nearly-full";
    return this.state.bytes >= fillingBytes ? "filling" : "roomy";
  }

  #measure(): void {
    const size = this.#classify();
    if (size === this.#size) return;
    this.#size = size;
    for (const member of this.members) member.sized(size);
  }

  #commit(fresh: Extract<Judgement, { kind: "new" }>, author: string, from: Member | null): void {
    this.state.learn(fresh.scan);
    for (const client of fresh.binds) {
      this.#ownership.bind(client, author);
      this.#unsettled.add(client);
    }
    const clients = fresh.scan.sections.map(({ client }) => client);
    const waitsFor = clients.filter((client) => this.#unsettled.has(client));
    const { frame, update } = encodeUpdate(fresh.update);
    const entry: Entry = { frame, update, from, binds: fresh.binds, waitsFor, shown: false };
    this.#inFlight.push(entry);
    this.#accepted += 1;
    if (waitsFor.length === 0) this.#show(entry);
    const at = this.#context.clock.now();
    this.#context.writer.append(this, { room: this.name, author, at, update, binds: entry.binds });
  }

  #show(entry: Entry): void {
    if (entry.shown) return;
    entry.shown = true;
    const { frame, update, from } = entry;
    this.state.show(update);
    for (const member of this.members) if (member !== from) member.send(frame);
    this.#measure();
  }

  durable(seqs: readonly number[]): void {
    const entries = this.#inFlight.splice(0, seqs.length);
    const bound = entries.flatMap(({ binds }) => binds);
    for (const client of bound) this.#unsettled.delete(client);
    for (const entry of entries) this.#show(entry);
    if (bound.length > 0) this.#showReleased();
    this.tail = {
      entries: this.tail.entries + entries.length,
      bytes: this.tail.bytes + bytesOf(entries),
    };
    this.#lastSeq = seqs.at(-1) ?? this.#lastSeq;
    this.#durable += seqs.length;
    for (const member of this.members) member.durable(this.#durable);
    const due = this.#waiters.filter(({ count }) => count <= this.#durable);
    this.#waiters = this.#waiters.filter(({ count }) => count > this.#durable);
    for (const { resolve } of due) resolve();
    if (this.isSettled) this.#context.settled();
  }

  /** What waited for nothing else goes at once: what its author sends next must not overtake it. */
  #showReleased(): void {
    for (const entry of this.#inFlight) {
      if (!entry.waitsFor.some((client) => this.#unsettled.has(client))) this.#show(entry);
    }
  }

  failed(error: unknown): void {
    for (const { reject } of this.#waiters.splice(0)) reject(error);
    this.#context.failed(error);
  }

  /** Resolves once everything accepted so far is durable. */
  settled(): Promise<void> {
    if (this.isSettled) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#waiters.push({ count: this.#accepted, resolve, reject });
    });
  }
}
