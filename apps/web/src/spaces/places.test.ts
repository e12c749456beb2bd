import { describe, expect, test } from "vitest";

import { jonas, maya, ruth, spaceOf } from "../accounts/testing.ts";
import { lookersOn, placesOf, roomOfPage } from "./places.ts";

describe("the places of a space", () => {
  test("are all open to a partner", () => {
    expect(placesOf(spaceOf())).toEqual([
      "home",
      "me",
      "asks",
      "check-ins",
      "needs",
      "goals",
      "agreements",
      "promises",
      "people",
      "calendar",
      "export",
    ]);
  });

  test("are, to an observer, those that were named and never the people", () => {
    const you = { role: "observer", id: ruth, rooms: ["goals", "agreement/agreement-1"] };
    expect(placesOf(spaceOf({ you }))).toEqual(["home", "goals"]);
    const own = { ...you, rooms: [`own-goals/${maya}`] };
    expect(placesOf(spaceOf({ you: own }))).toEqual(["home", "goals"]);
  });
});

test.each([
  ["/space/space-of-both", null],
  ["/space/space-of-both/people", null],
  ["/space/space-of-both/needs", "needs"],
  ["/space/space-of-both/agreements", "agreements"],
  ["/space/space-of-both/agreements/agreement-1", "agreement/agreement-1"],
  ["/space/space-of-both/check-ins/check-in-1", "check-in/check-in-1"],
])("the page %s shows the document %s", (pathname, room) => {
  expect(roomOfPage(pathname)).toBe(room);
});

describe("those who look on", () => {
  const grant = {
    id: "grant-of-ruth",
    observer: { id: ruth, name: "Ruth" },
    rooms: ["needs"],
    until: 1,
    consents: [maya, jonas],
    inEffect: true,
  };

  test("are named once, and only where they are admitted", () => {
    const space = spaceOf({ grants: [grant, { ...grant, id: "another-grant" }] });
    expect(lookersOn(space)).toEqual(["Ruth"]);
    expect(lookersOn(space, "needs")).toEqual(["Ruth"]);
    expect(lookersOn(space, "goals")).toEqual([]);
  });

  test("S12 are named on the page of the goals where it is somebody's own that they read", () => {
    const space = spaceOf({ grants: [{ ...grant, rooms: [`own-goals/${jonas}`] }] });
    expect(lookersOn(space, "goals")).toEqual(["Ruth"]);
    expect(lookersOn(space, "needs")).toEqual([]);
  });

  test("are nobody while not both have agreed", () => {
    expect(lookersOn(spaceOf({ grants: [{ ...grant, inEffect: false }] }))).toEqual([]);
  });
});
