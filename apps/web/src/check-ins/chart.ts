import type { OwnLines, Scale } from "@concord/domain/check-ins/schema";
import { curveMonotoneX, line } from "d3-shape";

/** What one said of oneself, check-in by check-in. */
export type Lines = OwnLines["lines"];

/** A dot of a line: its place in the picture, and what it stands for. */
export interface Dot {
  readonly x: number;
  readonly y: number;
}

export interface Drawn {
  /** An SVG path; a gap where the scale was left out. */
  readonly path: string;
  readonly dots: readonly Dot[];
}

/** The picture's size, in its own units, with room for a dot at every edge. */
export const size = { width: 320, height: 84, edge: 8 } as const;

const highest = 4;

export const heightOf = (value: number): number =>
  size.height - size.edge - (value / highest) * (size.height - 2 * size.edge);

/** One scale's line, by the days on which it was given. It says how it was and reckons nothing. */
export function drawLine(lines: Lines, scale: Scale): Drawn {
  const days = lines.map(({ day }) => Date.parse(day));
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const across = (ms: number) =>
    last === first
      ? size.width / 2
      : size.edge + ((ms - first) / (last - first)) * (size.width - 2 * size.edge);
  const points = lines.map(({ scales }, at) => ({
    x: across(days[at] ?? 0),
    value: scales[scale],
  }));
  const draw = line<(typeof points)[number]>()
    .defined(({ value }) => value !== null)
    .x(({ x }) => x)
    .y(({ value }) => heightOf(value ?? 0))
    .curve(curveMonotoneX);
  return {
    path: draw(points) ?? "",
    dots: points.flatMap(({ x, value }) => (value === null ? [] : [{ x, y: heightOf(value) }])),
  };
}

/** The scales that were given at all: a line that would be empty isn't drawn. */
export const givenScales = (lines: Lines, all: readonly Scale[]): readonly Scale[] =>
  all.filter((scale) => lines.some(({ scales }) => scales[scale] !== null));
