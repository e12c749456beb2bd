/** Every bound of the engine in one place (SPEC L). Sizes are bytes, times milliseconds. */
export interface Limits {
  readonly frameBytes: number;
  /** Connections that one person may have open, of all devices and rooms together. */
  readonly connectionsPerPerson: number;
  /** One connection's frames: bursts up to `burst`, `perSecond` in the long run. */
  readonly frames: { readonly burst: number; readonly perSecond: number };
  /** Bytes of documents that one person may ask for, and what the smallest answer counts. */
  readonly answers: { readonly burst: number; readonly perSecond: number; readonly least: number };
  /** What a connection may send before its room has loaded. */
  readonly queueFrames: number;
  readonly queueBytes: number;
  readonly awarenessBytes: number;
  /** ClientIDs one connection may show itself under. */
  readonly awarenessClients: number;
  /** The log is given a batch no sooner than this after the last. */
  readonly logPace: number;
  /** How long an acknowledgement waits for something to go along with. */
  readonly ackDelay: number;
  readonly documentBytes: number;
  /** From these sizes on a document's writers are told that it fills up, and that it is nearly full. */
  readonly fillingBytes: number;
  readonly nearlyFullBytes: number;
  /** A slower reader first goes without awareness, then is sent away to come back afresh. */
  readonly bufferedSoft: number;
  readonly bufferedHard: number;
  /** A reader's writes that are dropped before its connection ends. */
  readonly readerStrikes: number;
  /** How often quiet connections are looked after, and how often one may have heard nothing. */
  readonly tick: number;
  readonly quietTicks: number;
  /** A room in which nothing was written for this long is held as compactly as can be. */
  readonly quiet: number;
  /** How long a room without connections stays open. */
  readonly idle: number;
  /** A tail this long, or this heavy, is compacted while the room is in use. */
  readonly tailEntries: number;
  readonly tailBytes: number;
  /** One this long is, before the room is let go. */
  readonly idleTailEntries: number;
  /** How long what was written can be read back; 0 keeps nothing (SPEC H). */
  readonly historyKept: number;
  /** A revision ends where nobody wrote for longer than this. */
  readonly historyPause: number;
}

export const defaultLimits: Limits = {
  frameBytes: 8 * 2 ** 20,
  connectionsPerPerson: 500,
  frames: { burst: 60_000, perSecond: 2000 },
  answers: { burst: 32 * 2 ** 20, perSecond: 4 * 2 ** 20, least: 64 * 2 ** 10 },
  queueFrames: 5000,
  queueBytes: 16 * 2 ** 20,
  awarenessBytes: 64 * 2 ** 10,
  awarenessClients: 4,
  logPace: 50,
  ackDelay: 100,
  documentBytes: 50_000_000,
  fillingBytes: 5_000_000,
  nearlyFullBytes: 40_000_000,
  bufferedSoft: 2 ** 20,
  bufferedHard: 64 * 2 ** 20,
  readerStrikes: 10,
  tick: 5000,
  quietTicks: 3,
  quiet: 1000,
  idle: 10_000,
  tailEntries: 500,
  tailBytes: 2 ** 20,
  idleTailEntries: 50,
  historyKept: 30 * 24 * 3_600_000,
  historyPause: 5 * 60_000,
};
