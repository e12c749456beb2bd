import { describe, expect, test } from "vitest";

import { ruth, spaceOf } from "../accounts/testing.ts";
import { placesOf } from "./places.ts";

describe("the places of a space", () => {
  test("are all open to a partner", () => {
    expect(placesOf(spaceOf())).toEqual(["home", "needs", "goals", "agreements", "people"]);
  });

  test("are, to an observer, those that were named and never the people", () => {
    const you = { role: "observer", id: ruth, rooms: ["goals", "agreement/agreement-1"] };
    expect(placesOf(spaceOf({ you }))).toEqual(["home", "goals"]);
  });
});
