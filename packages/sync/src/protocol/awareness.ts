import { parseJson } from "./json.ts";
import { Reader, refuse } from "./reader.ts";
import { readString } from "./utf8.ts";
import { concat } from "./writer.ts";

export type AwarenessFields = Readonly<Record<string, unknown>>;

/** What one client shows of itself; null once it has gone. */
export interface AwarenessState {
  readonly client: number;
  readonly clock: number;
  readonly state: AwarenessFields | null;
}

/** A stock client echoes every state that it hears, so a frame holds as many as a room has. */
export const maxAwarenessStates = 64;

export function readAwareness(bytes: Uint8Array, maxBytes: number): AwarenessState[] {
  if (bytes.length > maxBytes) refuse("awareness too large");
  const reader = new Reader(bytes);
  const count = reader.count(3);
  if (count > maxAwarenessStates) refuse("too many awareness states");
  const states: AwarenessState[] = [];
  for (let i = 0; i < count; i += 1) {
    const client = reader.uint();
    const clock = reader.uint();
    states.push({ client, clock, state: fields(parseJson(readString(reader))) });
  }
  reader.done();
  return states;
}

function fields(value: unknown): AwarenessFields | null {
  if (value === null) return null;
  if (typeof value !== "object" || Array.isArray(value)) refuse("awareness is no object");
  return { ...value };
}

const encoder = new TextEncoder();

export function encodeAwareness(states: readonly AwarenessState[]): Uint8Array {
  const parts = states.map(({ client, clock, state }) => {
    const json = encoder.encode(JSON.stringify(state));
    return concat([client, clock, json.length], [json]);
  });
  return concat([states.length], parts);
}

/** An awareness update that says nothing: only its arrival counts (SPEC W9). */
export const emptyAwareness = new Uint8Array([0]);
