import type { Author } from "../content/typist.ts";
import { clientFrame, binary } from "../wire/frame.ts";
import { type Line, openLine, sync, type Target } from "../wire/line.ts";
import { eachRun } from "../wire/messages.ts";

/** Of each writer. */
type Counts = [number, number];

/** Told of each update that a watched line hears: who wrote it, and which it is. */
export type Arrival = (writer: 0 | 1, clock: number) => void;

/**
 * Two who write and one who looks on. Every line checks that it hears each update of the others
 * once and in order; one that is lost or doubled ends the run.
 */
export class LoadRoom {
  readonly writers: readonly [Line, Line];
  readonly #observer: Line;
  readonly #authors: readonly [Author, Author];
  readonly #prefix: Uint8Array;
  /** How many updates each writer has sent. */
  readonly sent: Counts = [0, 0];
  /** How far each line has heard each writer's clock: both writers, then the observer. */
  readonly #heard: readonly [Counts, Counts, Counts] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ];
  /** What the observer, and what the other writer hears. */
  onObserved: Arrival = () => undefined;
  onPartner: Arrival = () => undefined;
  /** Told of every update that the observer hears. */
  onUpdate: ((update: Uint8Array) => void) | null = null;

  private constructor(lines: readonly [Line, Line, Line], authors: readonly [Author, Author]) {
    const [first, second, observer] = lines;
    this.writers = [first, second];
    this.#observer = observer;
    this.#authors = authors;
    this.#prefix = first.prefix;
    this.#listen(first, 0);
    this.#listen(second, 1);
    this.#listen(observer, 2);
  }

  static async open(
    target: Target,
    room: number,
    authors: readonly [Author, Author],
  ): Promise<LoadRoom> {
    const open = async (person: number) => {
      const line = await openLine(target, { room, person });
      if (target.dialect.answers) await sync(line);
      return line;
    };
    const [first, second, observer] = await Promise.all([open(0), open(1), open(2)]);
    return new LoadRoom([first, second, observer], authors);
  }

  /** The next `count` updates of a writer, in one write. */
  type(writer: 0 | 1, count: number): void {
    const frames: Buffer[] = [];
    for (let i = 0; i < count; i += 1) {
      const message = this.#authors[writer].message(this.sent[writer]);
      this.sent[writer] += 1;
      frames.push(clientFrame(binary, this.#prefix, message));
    }
    this.writers[writer].write(
      frames.length === 1 ? (frames[0] ?? Buffer.alloc(0)) : Buffer.concat(frames),
    );
  }

  /** How far both others have heard a writer's clock. */
  heardOf(writer: 0 | 1): number {
    return Math.min(this.#heard[writer === 0 ? 1 : 0][writer], this.#heard[2][writer]);
  }

  /** How far a writer has heard the other's clock. */
  heardBy(writer: 0 | 1): number {
    return this.#heard[writer][writer === 0 ? 1 : 0];
  }

  /** Everything that this writer sent has been heard by both others. */
  isHeard(writer: 0 | 1): boolean {
    return this.heardOf(writer) === this.#authors[writer].clockAfter(this.sent[writer]);
  }

  /** Everything sent has been heard by everybody else. */
  get isQuiet(): boolean {
    return this.isHeard(0) && this.isHeard(1);
  }

  hangUp(): void {
    for (const line of [...this.writers, this.#observer]) line.hangUp();
  }

  #listen(line: Line, self: 0 | 1 | 2): void {
    const heard = this.#heard[self];
    const [{ client: first }] = this.#authors;
    line.hear = (kind, payload, body) => {
      if (kind !== "update") return;
      if (self === 2) this.onUpdate?.(payload.subarray(body));
      eachRun(payload, body, (client, from, to) => {
        const writer = client === first ? 0 : 1;
        // Some servers tell people their own words again.
        if (writer === self) return;
        if (from !== heard[writer])
          throw new Error(`room ${line.room}: heard ${from} instead of ${heard[writer]}`);
        heard[writer] = to;
        for (let clock = from; clock < to; clock += 1) {
          if (self === 2) this.onObserved(writer, clock);
          else this.onPartner(writer, clock);
        }
      });
    };
  }
}

/** Opens rooms a few at a time, as people do who do not all come at once. */
export async function openRooms(
  target: Target,
  count: number,
  authors: readonly [Author, Author],
): Promise<readonly LoadRoom[]> {
  const rooms: LoadRoom[] = [];
  for (let first = 0; first < count; first += 10) {
    const some = Array.from({ length: Math.min(10, count - first) }, (_, i) =>
      LoadRoom.open(target, first + i, authors),
    );
    rooms.push(...(await Promise.all(some)));
  }
  return rooms;
}

/** Waits until a condition holds that only frames change; gives up after `seconds`. */
export async function until(
  condition: () => boolean,
  seconds: number,
  what: string,
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`after ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
