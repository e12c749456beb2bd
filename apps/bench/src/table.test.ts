import { describe, expect, it } from "vitest";

import type { Bar, Metric } from "./bars.ts";
import { figure, isReached, renderTable, type Row } from "./table.ts";

const metric = (better: Metric["better"], bars: readonly Bar[]): Metric => ({
  key: "m",
  title: "work",
  unit: "µs",
  better,
  bars,
});
const toRelay: Bar = { kind: "ratio", to: ["relay"], limit: 1.5 };
const row: Row = new Map([
  ["concord", 90],
  ["relay", 66],
  ["y-leveldb", 269],
  ["hocuspocus", 183],
]);

describe("a bar", () => {
  it("is reached below it where less is better, above it where more is", () => {
    expect(isReached(toRelay, metric("less", []), row)).toBe(true);
    expect(isReached(toRelay, metric("more", []), row)).toBe(false);
    const absolute: Bar = { kind: "absolute", limit: 90 };
    expect(isReached(absolute, metric("less", []), row)).toBe(true);
    expect(isReached(absolute, metric("more", []), row)).toBe(true);
  });

  it("against several is against the best of them", () => {
    const bar: Bar = { kind: "ratio", to: ["y-leveldb", "hocuspocus"], limit: 0.4 };
    expect(isReached(bar, metric("less", []), row)).toBe(false);
    expect(isReached(bar, metric("more", []), row)).toBe(false);
    expect(isReached({ ...bar, limit: 0.5 }, metric("less", []), row)).toBe(true);
  });

  it("is neither reached nor missed where a figure is missing", () => {
    expect(isReached(toRelay, metric("less", []), new Map([["concord", 1]]))).toBeNull();
    expect(isReached(toRelay, metric("less", []), new Map([["relay", 1]]))).toBeNull();
  });
});

it("shows every figure, the ratio to whom the bar names, and whether it holds", () => {
  const columns = [
    { key: "concord", title: "Concord" },
    { key: "relay", title: "relay" },
    { key: "y-websocket", title: "y-websocket" },
  ] as const;
  const bars: readonly Bar[] = [toRelay, { kind: "absolute", limit: 80 }];
  expect(renderTable(columns, [{ metric: metric("less", bars), row }])).toBe(
    [
      "| work | Concord | relay | y-websocket | ratio | bar | reached |",
      "| --- | --- | --- | --- | --- | --- | --- |",
      "| work, µs | 90 | 66 | – | 1.36 ×; 90 | ≤ 1.5 × relay; ≤ 80 µs | yes; **no** |",
    ].join("\n"),
  );
});

it("writes figures with three digits that count", () => {
  expect([0, 0.0644, 1.234, 12.34, 123.4, 107_123].map(figure)).toEqual([
    "0",
    "0.0644",
    "1.23",
    "12.3",
    "123",
    "107,123",
  ]);
  expect(figure(undefined)).toBe("–");
});
