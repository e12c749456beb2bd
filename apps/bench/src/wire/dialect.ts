import { bytesOf, varString } from "./varint.ts";

/** How one kind of server wants to be spoken to; the messages themselves are the same for all. */
export interface Dialect {
  /** Where a room is. */
  readonly path: (room: number) => string;
  /** What stands before every message. */
  readonly prefix: (room: number) => Uint8Array;
  /** What is sent first, after the prefix; null if nothing is. */
  readonly hello: Uint8Array | null;
  /** Whether it knows documents, and so answers a SyncStep1. */
  readonly answers: boolean;
}

/** The space that holds a room of the load, on our own server. */
export const spaceOf = (room: number): string => `bench-${String(room).padStart(6, "0")}`;

/** Two who write and one who looks on. */
export const peopleOfARoom = 3;

const none = new Uint8Array();
const plain = { prefix: () => none, hello: null };

/** As the client does it: it asks to be told what is durable. */
export const concord: Dialect = {
  ...plain,
  path: (room) => `/sync/${spaceOf(room)}/needs?ack=1`,
  answers: true,
};
export const relay: Dialect = { ...plain, path: (room) => `/${spaceOf(room)}`, answers: false };
export const yWebsocket: Dialect = { ...plain, path: (room) => `/${spaceOf(room)}`, answers: true };
/** Many documents on one line: each message begins with its document's name. */
export const hocuspocus: Dialect = {
  path: () => "/",
  prefix: (room) => varString(spaceOf(room)),
  // An authentication (2) by token (0) comes first, also where none is asked for.
  hello: bytesOf(2, 0, varString("token")),
  answers: true,
};
