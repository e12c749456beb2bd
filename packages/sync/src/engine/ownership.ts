/** ClientIDs shown before they were used that a room remembers; the oldest are dropped. */
const maxClaims = 1000;

/** Whose each clientID of a room is (SPEC A). */
export class Ownership {
  /** By who used it first, for the room's life. */
  readonly #bound: Map<number, string>;
  /** By who showed themselves under it before using it, for as long as the room is loaded. */
  readonly #claimed = new Map<number, string>();

  constructor(bound: ReadonlyMap<number, string>) {
    this.#bound = new Map(bound);
  }

  isBound(client: number): boolean {
    return this.#bound.has(client);
  }

  isFree(client: number, person: string): boolean {
    return (this.#bound.get(client) ?? this.#claimed.get(client) ?? person) === person;
  }

  bind(client: number, person: string): void {
    this.#bound.set(client, person);
    this.#claimed.delete(client);
  }

  /** Everybody in the room hears it now: without this, another could use it first. */
  claim(client: number, person: string): void {
    if (this.#bound.has(client)) return;
    this.#claimed.set(client, person);
    for (const [oldest] of this.#claimed) {
      if (this.#claimed.size <= maxClaims) break;
      this.#claimed.delete(oldest);
    }
  }
}
