import { expect, test } from "vitest";

import { companyOf, parseUser } from "./presence.ts";

const anna = { id: "person-anna", name: "Anna", seat: 1, role: "partner", color: "#b3552e" };
const okafor = {
  id: "person-okafor",
  name: "Dr Okafor",
  seat: null,
  role: "observer",
  color: "#6f6479",
};

test("a person with two pages open is here once", () => {
  const states = [{ user: anna }, { user: anna, cursor: null }, {}];
  expect(companyOf(states, "person-jonas").partners.map(({ name }) => name)).toEqual(["Anna"]);
});

test("one's own other device is no company", () => {
  expect(companyOf([{ user: anna }], anna.id).partners).toEqual([]);
});

test("an observer is told apart from the partners", () => {
  expect(companyOf([{ user: okafor }, { user: anna }], "person-jonas")).toEqual({
    partners: [anna],
    observers: [okafor],
  });
});

test("S4 a state that the server has not stamped is nobody", () => {
  expect(companyOf([{ user: { name: "Anna" } }], "person-jonas").partners).toEqual([]);
  expect(parseUser(undefined)).toBeNull();
});
