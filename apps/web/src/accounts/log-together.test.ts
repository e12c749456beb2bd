import { expect, test } from "vitest";

import { together } from "./log-together.ts";

test("the same thing on the same day is said once, and how often", () => {
  const [day, before] = ["2027-02-23", "2027-02-22"];
  expect(
    together([
      { event: "signed-in", day },
      { event: "signed-in", day },
      { event: "name-changed", day },
      { event: "signed-in", day },
      { event: "signed-in", day: before },
    ]),
  ).toEqual([
    { event: "signed-in", day, times: 2 },
    { event: "name-changed", day, times: 1 },
    { event: "signed-in", day, times: 1 },
    { event: "signed-in", day: before, times: 1 },
  ]);
});
