import { expect, it } from "vitest";

import { median, percentile } from "./statistics.ts";

it("takes the middle of an odd number of samples, whatever their order", () => {
  expect(median([30, 1, 2])).toBe(2);
});

it("takes the mean of the two in the middle of an even number", () => {
  expect(median([4, 1, 100, 2])).toBe(3);
});

it("knows no middle of nothing", () => {
  expect(median([])).toBeNaN();
  expect(percentile([], 0.5)).toBeNaN();
});

it("finds the sample that one in a hundred exceeds", () => {
  const samples = Array.from({ length: 1000 }, (_, i) => 1000 - i);
  expect(percentile(samples, 0.99)).toBe(991);
  expect(percentile(samples, 0.5)).toBe(501);
  expect(percentile(samples, 1)).toBe(1000);
});
