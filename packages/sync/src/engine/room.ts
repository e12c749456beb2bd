import { type Message, type UpdateMessage, encodeSync, encodeUpdate } from "../protocol/message.ts";
import { type SizeClass, syncType } from "../protocol/message-type.ts";
import type { AwarenessState } from "../protocol/awareness.ts";
import type { Append, Clock, StoredRoom } from "../ports.ts";
import { encodeDeletes } from "../protocol/rewrite-update.ts";
import { type DeletedRange, type UpdateScan, scanUpdate } from "../protocol/scan-update.ts";
import { concat } from "../protocol/writer.ts";
import { type Judgement, type Omitted, isKnown, judge } from "./authorship.ts";
import type { Limits } from "./limits.ts";
import type { Appender, LogWriter, Stored } from "./log-writer.ts";
import { Ownership } from "./ownership.ts";
import { Presence, type Presenter } from "./presence.ts";
import { DocumentState, type Piece } from "./state.ts";

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

/** An accepted update on its way to the log, and to the others. */
interface Entry extends Piece, Append {
  readonly frame: Uint8Array;
  readonly from: Member | null;
  readonly scan: UpdateScan;
  /** The clientIDs whose binding it waits for before anybody sees it (SPEC A6). */
  readonly waitsFor: readonly number[];
  shown: boolean;
}

const none: readonly number[] = [];

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
    this.state.restore(stored.snapshot ? [stored.snapshot, ...stored.tail] : stored.tail);
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

  get size(): SizeClass {
    return this.#size;
  }

  /** Takes in what a writer shows of themselves; what they use there is theirs (SPEC A8). */
  showStates(member: Member, states: readonly AwarenessState[]): void {
    this.presence.take(member, states, this.#ownership);
  }

  /**
   * Takes in that a reader is there, or isn't any more, and nothing else that they say. No clientID
   * becomes theirs: they write nothing, and must not keep another from writing (SPEC W11).
   */
  showReader(member: Member, states: readonly AwarenessState[]): void {
    const isFree = this.#ownership.isFree.bind(this.#ownership);
    const bare = states.map(({ client, clock, state }) => ({ client, clock, state: state && {} }));
    this.presence.take(member, bare, { isFree, claim: () => undefined });
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
    if (scan.kind !== "scanned") throw new Error(`deletions make no update: ${scan.why}`);
    this.accept({ kind: "update", update, scan, frame: null }, author, from);
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
    this.#commit(judgement, message, author, from);
    return { kind: "accepted", omitted };
  }

  /** Takes a snapshot for all that the log had up to `seq`. */
  compacted(snapshot: Uint8Array, seq: number): void {
    this.snapshotBytes = snapshot.length;
    this.state.replace(snapshot, seq);
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

  #commit(
    fresh: Extract<Judgement, { kind: "new" }>,
    { update: given, frame: same }: UpdateMessage,
    author: string,
    from: Member | null,
  ): void {
    const { scan, binds } = fresh;
    this.state.learn(scan);
    for (const client of binds) {
      this.#ownership.bind(client, author);
      this.#unsettled.add(client);
    }
    // What is passed on as it came needs no copy.
    const { frame, update } =
      same && fresh.update === given ? { frame: same, update: given } : encodeUpdate(fresh.update);
    const entry: Entry = {
      room: this.name,
      author,
      at: this.#context.clock.now(),
      update,
      binds,
      scan,
      sections: scan.sections,
      frame,
      from,
      waitsFor: this.#unsettledOf(scan),
      shown: false,
    };
    this.#inFlight.push(entry);
    this.#accepted += 1;
    if (entry.waitsFor.length === 0) this.#show(entry);
    this.#context.writer.append(this, entry);
  }

  #unsettledOf({ sections }: UpdateScan): readonly number[] {
    if (this.#unsettled.size === 0) return none;
    return sections.map(({ client }) => client).filter((client) => this.#unsettled.has(client));
  }

  #show(entry: Entry): void {
    if (entry.shown) return;
    entry.shown = true;
    const { frame, from } = entry;
    this.state.show(entry, entry.scan.deletes);
    for (const member of this.members) if (member !== from) member.send(frame);
    this.#measure();
  }

  durable(stored: readonly Stored[]): void {
    const count = stored.reduce((sum, { updates }) => sum + updates, 0);
    const entries = this.#inFlight.splice(0, count);
    const waited = this.#unsettled.size > 0;
    for (const { binds } of entries) for (const client of binds) this.#unsettled.delete(client);
    for (const entry of entries) this.#show(entry);
    if (waited) this.#showReleased();
    this.state.settle(entries, stored);
    this.tail = {
      entries: this.tail.entries + stored.length,
      bytes: this.tail.bytes + bytesOf(stored),
    };
    this.#durable += count;
    for (const member of this.members) member.durable(this.#durable);
    if (this.#waiters.length > 0) this.#releaseWaiters();
    if (this.isSettled) this.#context.settled();
  }

  #releaseWaiters(): void {
    const due = this.#waiters.filter(({ count }) => count <= this.#durable);
    this.#waiters = this.#waiters.filter(({ count }) => count > this.#durable);
    for (const { resolve } of due) resolve();
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
