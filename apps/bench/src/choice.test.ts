import { expect, it } from "vitest";

import { choose } from "./choice.ts";

const all = ["typing in 100 rooms", "typing in 1,000 rooms", "storm"];
const loads = (...parts: string[]) => choose("load", all, (name) => name, parts);

it("chooses by parts of the names, in the order of all, and all where nothing is said", () => {
  expect(loads("storm", "100 rooms")).toEqual(["typing in 100 rooms", "storm"]);
  expect(loads("")).toEqual(all);
});

it("refuses a name that nothing has, rather than measure nothing", () => {
  expect(() => loads("storm", "trase")).toThrow(
    'there is no load "trase" here, but typing in 100 rooms; typing in 1,000 rooms; storm',
  );
});
