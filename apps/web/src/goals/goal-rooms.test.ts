import { expect, test } from "vitest";

import { jonas, maya, ruth, spaceOf } from "../accounts/testing.ts";
import { goalRooms } from "./goal-rooms.ts";

test("both partners' goals come first, then one's own, then the other's", () => {
  expect(goalRooms(spaceOf())).toEqual(["goals", `own-goals/${maya}`, `own-goals/${jonas}`]);
  const you = { role: "partner", id: jonas, seat: 2 };
  expect(goalRooms(spaceOf({ you }))).toEqual(["goals", `own-goals/${jonas}`, `own-goals/${maya}`]);
});

test("S19 who is alone has shared ones and their own", () => {
  const partners = [{ id: maya, name: "Maya", seat: 1 }];
  expect(goalRooms(spaceOf({ partners }))).toEqual(["goals", `own-goals/${maya}`]);
});

test("S11 an observer has those that were opened to them, and no others", () => {
  const rooms = ["needs", `own-goals/${jonas}`];
  const you = { role: "observer", id: ruth, rooms };
  expect(goalRooms(spaceOf({ you }))).toEqual([`own-goals/${jonas}`]);
  expect(goalRooms(spaceOf({ you: { ...you, rooms: ["needs"] } }))).toEqual([]);
});
