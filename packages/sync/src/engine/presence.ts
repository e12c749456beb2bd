import {
  type AwarenessFields,
  type AwarenessState,
  encodeAwareness,
} from "../protocol/awareness.ts";
import { encodeAwarenessMessage } from "../protocol/message.ts";
import type { Clock } from "../ports.ts";
import type { Limits } from "./limits.ts";

/** A connection, as far as showing itself goes. */
export interface Presenter {
  readonly person: string;
  readonly user: AwarenessFields;
  /** For awareness alone: a receiver that lags may miss it. */
  sendAwareness(frame: Uint8Array): void;
}

interface Shown {
  readonly owner: Presenter;
  readonly clock: number;
  readonly state: AwarenessFields;
}

/** Whose clientIDs are: who shows themselves under a free one has taken it. */
interface ClientIds {
  isFree(client: number, person: string): boolean;
  claim(client: number, person: string): void;
}

/** Clocks of those who left are kept, so that they can come back; this many (SPEC W7). */
const maxClocks = 1000;

/**
 * Who shows what in one room (SPEC W). A clientID belongs to the connection that brought it, and
 * nobody hears of their own states: the stock client would take them for its own newer ones.
 */
export class Presence {
  readonly #clock: Clock;
  readonly #limits: Limits;
  readonly #present: ReadonlySet<Presenter>;
  readonly #shown = new Map<number, Shown>();
  readonly #clocks = new Map<number, number>();
  readonly #greeted = new WeakSet<Presenter>();
  #changed = new Set<number>();
  #isFlushDue = false;

  constructor(clock: Clock, limits: Limits, present: ReadonlySet<Presenter>) {
    this.#clock = clock;
    this.#limits = limits;
    this.#present = present;
  }

  /** Takes over what a connection says of itself, and drops what it says of others. */
  take(owner: Presenter, states: readonly AwarenessState[], ids: ClientIds): void {
    const first = !this.#greeted.has(owner);
    this.#greeted.add(owner);
    for (const { client, clock, state } of states) {
      const shown = this.#shown.get(client);
      const may = shown
        ? this.#maySpeak(owner, shown, clock, first)
        : ids.isFree(client, owner.person);
      if (!may) continue;
      if (state === null) this.#forget(owner, client);
      else if (shown?.owner === owner) this.#show(owner, client, clock, state);
      // Receivers may remember this very clock from before a break: the first goes one beyond.
      else if (this.#count(owner) < this.#limits.awarenessClients) {
        ids.claim(client, owner.person);
        this.#show(owner, client, clock + 1, state);
      }
    }
  }

  /** Shows a connection that doesn't show itself. */
  appear(owner: Presenter, client: number): void {
    this.#show(owner, client, 1, {});
  }

  /** Says again what is shown already, before receivers take it for gone. */
  renew(client: number): void {
    const shown = this.#shown.get(client);
    if (shown) this.#show(shown.owner, client, shown.clock + 1, shown.state);
  }

  leave(owner: Presenter): void {
    for (const [client, shown] of this.#shown) {
      if (shown.owner === owner) this.#forget(owner, client);
    }
  }

  /** What everybody but `receiver` shows at the moment. */
  greet(receiver: Presenter): void {
    const states: AwarenessState[] = [];
    for (const [client, { owner, clock, state }] of this.#shown) {
      if (owner !== receiver) states.push({ client, clock, state });
    }
    if (states.length > 0) receiver.sendAwareness(encodeAwarenessMessage(encodeAwareness(states)));
  }

  /** The same person may go on under a clientID over a new connection, but not by an echo. */
  #maySpeak(owner: Presenter, shown: Shown, clock: number, first: boolean): boolean {
    if (shown.owner === owner) return true;
    return shown.owner.person === owner.person && (first || clock > shown.clock);
  }

  #count(owner: Presenter): number {
    let count = 0;
    for (const shown of this.#shown.values()) if (shown.owner === owner) count += 1;
    return count;
  }

  #show(owner: Presenter, client: number, clock: number, state: AwarenessFields): void {
    const later = Math.max(clock, (this.#clocks.get(client) ?? 0) + 1);
    this.#shown.set(client, { owner, clock: later, state: { ...state, user: owner.user } });
    this.#changed.add(client);
    if (this.#isFlushDue) return;
    this.#isFlushDue = true;
    this.#clock.soon(() => this.#flush());
  }

  #forget(owner: Presenter, client: number): void {
    const clock = this.#clocks.get(client);
    this.#shown.delete(client);
    this.#changed.delete(client);
    // At the clock last heard a null counts, and the client's own next state is newer.
    if (clock !== undefined) this.#tell(owner, [{ client, clock, state: null }]);
  }

  #flush(): void {
    this.#isFlushDue = false;
    const groups = new Map<Presenter, AwarenessState[]>();
    for (const client of this.#changed) {
      const shown = this.#shown.get(client);
      if (!shown) continue;
      const { owner, clock, state } = shown;
      this.#remember(client, clock);
      groups.set(owner, [...(groups.get(owner) ?? []), { client, clock, state }]);
    }
    this.#changed = new Set();
    for (const [owner, states] of groups) this.#tell(owner, states);
  }

  #tell(owner: Presenter, states: readonly AwarenessState[]): void {
    const frame = encodeAwarenessMessage(encodeAwareness(states));
    for (const receiver of this.#present) if (receiver !== owner) receiver.sendAwareness(frame);
  }

  #remember(client: number, clock: number): void {
    this.#clocks.delete(client);
    this.#clocks.set(client, clock);
    for (const [oldest] of this.#clocks) {
      if (this.#clocks.size <= maxClocks) break;
      if (!this.#shown.has(oldest)) this.#clocks.delete(oldest);
      else break;
    }
  }
}
