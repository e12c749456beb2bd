import type { ContenderKey } from "./contenders.ts";

/** What our figure must not exceed, or must reach: a number, or so many times another's. */
export type Bar =
  | { readonly kind: "absolute"; readonly limit: number }
  | { readonly kind: "ratio"; readonly to: readonly ContenderKey[]; readonly limit: number };

export interface Metric {
  /** As the loads name it. */
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  readonly better: "less" | "more";
  readonly bars: readonly Bar[];
}

const relay = (limit: number): Bar => ({ kind: "ratio", to: ["relay"], limit });
const hocuspocus = (limit: number): Bar => ({ kind: "ratio", to: ["hocuspocus"], limit });
/** Against whichever of them does better. */
const betterPeer = (limit: number): Bar => ({
  kind: "ratio",
  to: ["y-leveldb", "hocuspocus"],
  limit,
});
const atMost = (limit: number): Bar => ({ kind: "absolute", limit });

const less = { better: "less" } as const;
const more = { better: "more" } as const;

/** The bars of the sync engine, in the order of the table. */
export const metrics: readonly Metric[] = [
  {
    key: "typing in 100 rooms: cpu",
    title: "100 rooms, two writers and an observer, 3,000 updates/s: CPU an update",
    unit: "µs",
    ...less,
    bars: [relay(1.6), hocuspocus(0.6)],
  },
  {
    key: "typing in 1,000 rooms: cpu",
    title: "1,000 rooms, 3,000 updates/s and as many cursors: CPU an update",
    unit: "µs",
    ...less,
    bars: [relay(1.6)],
  },
  {
    key: "flood in 100 rooms: rate",
    title: "as fast as it goes, 100 rooms",
    unit: "updates/s",
    ...more,
    bars: [relay(1.5), hocuspocus(10)],
  },
  {
    key: "flood in 1,000 rooms: rate",
    title: "as fast as it goes, 1,000 rooms",
    unit: "updates/s",
    ...more,
    bars: [relay(0.9), hocuspocus(8)],
  },
  {
    key: "typing in 100 rooms: p50",
    title: "relay latency at 3,000/s, 100 rooms: p50",
    unit: "ms",
    ...less,
    bars: [relay(1.4)],
  },
  {
    key: "typing in 100 rooms: p99",
    title: "relay latency at 3,000/s, 100 rooms: p99",
    unit: "ms",
    ...less,
    bars: [relay(3)],
  },
  {
    key: "trace: cpu",
    title: "automerge-paper through one room: CPU",
    unit: "s",
    ...less,
    bars: [relay(1.5)],
  },
  {
    key: "friends: cpu",
    title: "friendsforever, two who write at once, through one room: CPU",
    unit: "s",
    ...less,
    bars: [],
  },
  {
    key: "idle room: heap",
    title: "an open idle room, 50 kB of history, 2 connections: memory",
    unit: "kB",
    ...less,
    bars: [atMost(70)],
  },
  {
    key: "idle room: resident",
    title: "the same, as the system sees it",
    unit: "kB",
    ...less,
    bars: [],
  },
  ...coldOpens([
    { bytes: 10_000, title: "10 kB", bars: [atMost(1)] },
    { bytes: 100_000, title: "100 kB", bars: [atMost(2)] },
    { bytes: 1_000_000, title: "1 MB", bars: [atMost(10), betterPeer(1 / 8)] },
    { bytes: 5_000_000, title: "5 MB", bars: [atMost(40)] },
  ]),
  {
    key: "storm: seconds",
    title: "1,000 clients come back at once, with their state vectors",
    unit: "s",
    ...less,
    bars: [atMost(0.6), betterPeer(1 / 4)],
  },
];

function coldOpens(
  sizes: readonly {
    readonly bytes: number;
    readonly title: string;
    readonly bars: Metric["bars"];
  }[],
): readonly Metric[] {
  return sizes.map(({ bytes, title, bars }) => ({
    key: `cold open: ${bytes}`,
    title: `cold open, ${title}`,
    unit: "ms",
    ...less,
    bars,
  }));
}
