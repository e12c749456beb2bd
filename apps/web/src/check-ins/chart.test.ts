import { OwnLines, type ScaleValue, scales } from "@concord/domain/check-ins/schema";
import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { drawLine, givenScales, heightOf, size } from "./chart.ts";

const linesOf = (...given: readonly (readonly [string, ScaleValue])[]) =>
  v.parse(OwnLines, {
    lines: given.map(([day, close]) => ({
      day,
      scales: { close, backed: null, rested: null, honest: null },
    })),
  }).lines;

describe("one's own line", () => {
  test("goes through what was said, in time, the highest at the top", () => {
    const { dots, path } = drawLine(
      linesOf(["2026-11-01", 0], ["2026-11-08", 4], ["2026-11-29", 2]),
      "close",
    );
    expect(dots.map(({ y }) => y)).toEqual([heightOf(0), heightOf(4), heightOf(2)]);
    expect(dots[0]?.x).toBe(size.edge);
    expect(dots[1]?.x).toBeCloseTo(size.edge + (size.width - 2 * size.edge) / 4);
    expect(dots[2]?.x).toBe(size.width - size.edge);
    expect(path.match(/M/g)).toHaveLength(1);
  });

  test("has a gap where the scale was left out, and no guess", () => {
    const { dots, path } = drawLine(
      linesOf(["2026-11-01", 1], ["2026-11-08", 2], ["2026-11-15", null], ["2026-11-22", 3]),
      "close",
    );
    expect(dots).toHaveLength(3);
    expect(path.match(/M/g)).toHaveLength(2);
  });

  test("is a dot in the middle after the first check-in, and nothing after none", () => {
    expect(drawLine(linesOf(["2026-11-01", 3]), "close").dots).toEqual([
      { x: size.width / 2, y: heightOf(3) },
    ]);
    expect(drawLine([], "close")).toEqual({ path: "", dots: [] });
  });

  test("is drawn only where there is something to draw", () => {
    expect(givenScales(linesOf(["2026-11-01", 3]), scales)).toEqual(["close"]);
    expect(givenScales(linesOf(["2026-11-01", null]), scales)).toEqual([]);
  });
});
