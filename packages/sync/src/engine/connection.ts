import { type Close, closeCodes } from "../protocol/close.ts";
import { emptyAwareness } from "../protocol/awareness.ts";
import {
  type Message,
  type UpdateMessage,
  decodeMessage,
  encodeAck,
  encodeAwarenessMessage,
  encodeEpoch,
  encodeSize,
  encodeSync,
} from "../protocol/message.ts";
import { type SizeClass, syncType } from "../protocol/message-type.ts";
import type { Clock, Socket } from "../ports.ts";
import type { Omitted } from "./authorship.ts";
import type { Budgets } from "./budgets.ts";
import { Bucket } from "./bucket.ts";
import type { Deferred } from "./deferred.ts";
import type { Limits } from "./limits.ts";
import type { Member, Room } from "./room.ts";
import type { Admission, Connection } from "./rooms.ts";

export interface ConnectionContext {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly acknowledge: boolean;
  /** What the client's copy was made of, as it says; null if it says nothing. */
  readonly epoch: string | null;
  /** What each person may still ask for. */
  readonly answers: Budgets;
  /** Acknowledgements that wait for something to go along with. */
  readonly acks: Deferred<RoomConnection>;
  /** The connection has ended, by whichever side. */
  readonly left: (connection: RoomConnection) => void;
}

/** A document frame that isn't acknowledged yet. */
interface Awaited {
  /** What the room had accepted by then. */
  accepted: number;
  /** Others' words that it brought, or deleted, and that the room lacks (SPEC A5, A9). */
  omitted: Omitted | null;
}

type Phase =
  | { readonly kind: "loading"; readonly queue: Uint8Array[]; bytes: number }
  | { readonly kind: "open"; readonly room: Room }
  | { readonly kind: "ended" };

const keepAliveFrame = encodeAwarenessMessage(emptyAwareness);
/** Timers count in 32 bits; a later end is looked at again in between. */
const longestTimer = 2 ** 30;

/** One person's line into one room: limits → role → decode → room → acknowledgement. */
export class RoomConnection implements Connection, Member {
  readonly admission: Admission;
  readonly #socket: Socket;
  readonly #context: ConnectionContext;
  readonly #bucket: Bucket;
  #phase: Phase = { kind: "loading", queue: [], bytes: 0 };
  #cancelEnd: (() => void) | null = null;
  /** How often it has been looked after since it was last sent something. */
  #quietTicks = 0;
  #strikes = 0;
  /** Its server-made awareness clientID, if it is always shown. */
  #observer: number | null = null;
  readonly #awaited: Awaited[] = [];
  #acknowledged = 0;
  #isAckDue = false;

  constructor(socket: Socket, admission: Admission, context: ConnectionContext) {
    this.#socket = socket;
    this.admission = admission;
    this.#context = context;
    this.#bucket = new Bucket(context.limits.frames, context.clock.now());
    this.#watchEnd();
  }

  get person(): string {
    return this.admission.person;
  }

  get user(): Readonly<Record<string, unknown>> {
    return this.admission.user;
  }

  get ended(): boolean {
    return this.#phase.kind === "ended";
  }

  /** The room is there: says hello and goes through what has come meanwhile. */
  open(room: Room): void {
    if (this.#phase.kind !== "loading") return;
    const { acknowledge, epoch } = this.#context;
    // Its copy is of another document, and so is what it has sent: that goes with it (SPEC E2).
    if (epoch !== null && epoch !== room.epoch) return this.end(closeCodes.otherEpoch);
    const { queue } = this.#phase;
    this.#phase = { kind: "open", room };
    room.members.add(this);
    if (acknowledge) this.send(encodeEpoch(room.epoch));
    if (this.admission.role === "writer")
      this.send(encodeSync(syncType.step1, room.state.vector()));
    // A reader has nothing to save, and is told so.
    else if (acknowledge) this.send(encodeAck(0));
    if (this.admission.alwaysShown) this.#appear(room);
    if (room.size !== "roomy") this.sized(room.size);
    room.presence.greet(this);
    for (const frame of queue) this.#process(frame);
  }

  receive(frame: Uint8Array): void {
    if (this.#phase.kind === "ended") return;
    const { clock, limits } = this.#context;
    if (frame.length > limits.frameBytes) return this.end(closeCodes.tooLarge);
    if (!this.#bucket.take(clock.now())) return this.end(closeCodes.tryLater);
    if (this.#phase.kind === "open") return this.#process(frame);
    this.#phase.bytes += frame.length;
    this.#phase.queue.push(frame);
    if (this.#phase.queue.length > limits.queueFrames || this.#phase.bytes > limits.queueBytes) {
      this.end(closeCodes.tryLater);
    }
  }

  disconnected(): void {
    const phase = this.#phase;
    if (phase.kind === "ended") return;
    this.#phase = { kind: "ended" };
    this.#cancelEnd?.();
    if (phase.kind === "open") {
      phase.room.members.delete(this);
      phase.room.presence.leave(this);
    }
    this.#context.left(this);
  }

  end({ code, reason }: Close): void {
    if (this.ended) return;
    // Whatever else is unsent: it is a few bytes, and the last.
    if (this.#isAckDue) this.#socket.send(encodeAck(this.#acknowledged));
    this.disconnected();
    this.#socket.close(code, reason);
  }

  send(frame: Uint8Array): void {
    if (this.#socket.bufferedAmount > this.#context.limits.bufferedHard) {
      return this.end(closeCodes.tryLater);
    }
    this.#quietTicks = 0;
    this.#socket.send(frame);
    this.acknowledge();
  }

  sendAwareness(frame: Uint8Array): void {
    if (this.#socket.bufferedAmount <= this.#context.limits.bufferedSoft) this.send(frame);
  }

  durable(count: number): void {
    if (this.#phase.kind !== "open") return;
    const { room } = this.#phase;
    const pending = this.#awaited.findIndex((frame) => !this.#isKept(frame, room, count));
    const done = pending < 0 ? this.#awaited.length : pending;
    if (done === 0) return;
    this.#awaited.splice(0, done);
    this.#acknowledged += done;
    if (!this.#context.acknowledge) return;
    this.#isAckDue = true;
    this.#context.acks.add(this);
  }

  /** Says what is durable, if that isn't said yet. */
  acknowledge(): void {
    if (!this.#isAckDue || this.ended) return;
    this.#isAckDue = false;
    this.send(encodeAck(this.#acknowledged));
  }

  /** Whether all of a frame is durable, with the first `count` that the room accepted being so. */
  #isKept(frame: Awaited, room: Room, count: number): boolean {
    if (frame.omitted) {
      if (!room.has(frame.omitted)) return false;
      // Their owner has brought them since: durable with whatever the room has accepted by now.
      const { deletes } = frame.omitted;
      frame.omitted = null;
      if (deletes.length > 0) room.erase(deletes, this.person, this);
      frame.accepted = room.accepted;
    }
    return frame.accepted <= count;
  }

  sized(size: SizeClass): void {
    const { acknowledge } = this.#context;
    if (acknowledge && this.admission.role === "writer") this.send(encodeSize(size));
  }

  /** Called every few seconds: keeps a quiet line alive, and an observer visible. */
  tick(): void {
    if (this.#phase.kind !== "open") return;
    if (this.#observer !== null) this.#phase.room.presence.renew(this.#observer);
    this.#quietTicks += 1;
    // The first of them may have come right after it was sent something.
    if (this.#quietTicks > this.#context.limits.quietTicks) this.send(keepAliveFrame);
  }

  #process(frame: Uint8Array): void {
    // Asked anew for every frame: the connection may have ended while it waited (SPEC R3).
    if (this.#phase.kind !== "open") return;
    if (this.#isOver()) return this.#endAsAdmitted();
    const { limits } = this.#context;
    const message = decodeMessage(frame, limits);
    if (message.kind === "refused") return this.end(closeCodes.malformed);
    this.#handle(message, this.#phase.room);
  }

  #handle(message: Message, room: Room): void {
    switch (message.kind) {
      case "step1":
        return this.#answer(message, room);
      case "query-awareness":
        return room.presence.greet(this);
      case "awareness":
        return this.#showStates(message, room);
      case "step2":
      case "update":
        return this.#update(message, room);
      default:
        return message satisfies never;
    }
  }

  /** Going through a large document costs far more than to ask for it (SPEC L8). */
  #answer({ vector }: Extract<Message, { kind: "step1" }>, room: Room): void {
    const { answers, clock, limits } = this.#context;
    const cost = Math.max(room.state.bytes, limits.answers.least);
    if (!answers.take(this.person, cost, clock.now())) return this.end(closeCodes.tryLater);
    room.answer(this, vector);
  }

  #update(message: UpdateMessage, room: Room): void {
    let omitted: Omitted | null = null;
    const empty = message.scan.sections.length === 0 && message.scan.deletes.length === 0;
    if (!empty) {
      if (this.admission.role === "reader") return this.#strike();
      const verdict = room.accept(message, this.person, this);
      if (verdict.kind === "foreign") return this.end(closeCodes.foreignAuthor);
      if (verdict.kind === "too-large") return this.end(closeCodes.tooLarge);
      const { sections, deletes } = verdict.omitted;
      if (sections.length > 0 || deletes.length > 0) omitted = verdict.omitted;
    }
    this.#awaited.push({ accepted: room.accepted, omitted });
    if (room.isSettled) this.durable(room.accepted);
  }

  #strike(): void {
    this.#strikes += 1;
    if (this.#strikes > this.#context.limits.readerStrikes) this.end(closeCodes.noAccess);
  }

  #appear(room: Room): void {
    this.#observer = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    room.presence.appear(this, this.#observer);
  }

  #showStates({ states }: Extract<Message, { kind: "awareness" }>, room: Room): void {
    const { alwaysShown, role } = this.admission;
    if (alwaysShown) return;
    if (role === "writer") room.showStates(this, states);
    else room.showReader(this, states);
  }

  #isOver(): boolean {
    const { until } = this.admission;
    return until !== null && this.#context.clock.now() >= until;
  }

  #endAsAdmitted(): void {
    this.end(this.admission.ending ?? closeCodes.noAccess);
  }

  #watchEnd(): void {
    const { until } = this.admission;
    if (until === null) return;
    const { clock } = this.#context;
    const wait = Math.min(Math.max(0, until - clock.now()), longestTimer);
    this.#cancelEnd = clock.after(wait, () => {
      if (this.#isOver()) this.#endAsAdmitted();
      else this.#watchEnd();
    });
  }
}
