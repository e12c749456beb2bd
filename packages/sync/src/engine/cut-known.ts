import * as encoding from "lib0/encoding";
import * as Y from "yjs";

import type { Range } from "../protocol/scan-update.ts";
import type { ClientIntervals } from "./intervals.ts";

const skipInfo = 10;

/** One client's structs as they will stand in an update: what lies between two pieces is skipped. */
class SectionWriter {
  readonly encoder = new Y.UpdateEncoderV1();
  readonly client: number;
  readonly #from: number;
  #at: number;
  #count = 0;

  constructor(client: number, from: number) {
    this.client = client;
    this.#from = from;
    this.#at = from;
  }

  write(struct: Y.Item | Y.GC, piece: Range): void {
    if (piece.clock > this.#at) {
      this.encoder.writeInfo(skipInfo);
      encoding.writeVarUint(this.encoder.restEncoder, piece.clock - this.#at);
      this.#count += 1;
    }
    const length = piece.end - struct.id.clock;
    if (length < struct.length) {
      if (struct instanceof Y.Item) struct.content.splice(length);
      else struct.length = length;
    }
    struct.write(this.encoder, piece.clock - struct.id.clock);
    this.#at = piece.end;
    this.#count += 1;
  }

  finish(into: encoding.Encoder): void {
    for (const number of [this.#count, this.client, this.#from]) {
      encoding.writeVarUint(into, number);
    }
    encoding.writeUint8Array(into, this.encoder.toUint8Array());
  }
}

/**
 * The update without the clocks that are known already, cutting structs where needed (SPEC A4).
 * Slow, and needed only when an update overlaps what is known.
 */
export function cutKnown(update: Uint8Array, deletes: Uint8Array, known: ClientIntervals) {
  const sections: SectionWriter[] = [];
  const { structs } = Y.decodeUpdate(update);
  structs.forEach((struct, index) => {
    if (struct instanceof Y.Skip) return;
    const { client, clock } = struct.id;
    known.missing(client, clock, clock + struct.length).forEach((piece, nth) => {
      // Cutting changes a struct, so every piece but the first is cut from a fresh one.
      const fresh = nth === 0 ? struct : Y.decodeUpdate(update).structs[index];
      if (fresh === undefined || fresh instanceof Y.Skip) return;
      if (sections.at(-1)?.client !== client) sections.push(new SectionWriter(client, piece.clock));
      sections.at(-1)?.write(fresh, piece);
    });
  });
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, sections.length);
  for (const section of sections) section.finish(encoder);
  encoding.writeUint8Array(encoder, deletes);
  return encoding.toUint8Array(encoder);
}
