import { Reader, refuse } from "./reader.ts";
import { concat } from "./writer.ts";

/** How far each client is known: the clock that comes next. */
export type StateVector = ReadonlyMap<number, number>;

export function readStateVector(bytes: Uint8Array): StateVector {
  const reader = new Reader(bytes);
  const vector = new Map<number, number>();
  for (let left = reader.count(2); left > 0; left -= 1) {
    const client = reader.uint();
    if (vector.has(client)) refuse("a client twice");
    vector.set(client, reader.uint());
  }
  reader.done();
  return vector;
}

export function encodeStateVector(vector: StateVector): Uint8Array {
  const numbers = [vector.size];
  for (const [client, clock] of vector) numbers.push(client, clock);
  return concat(numbers, []);
}
