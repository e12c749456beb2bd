import { newEntryId } from "@concord/domain/ids";
import { describe, expect, test } from "vitest";

import { placeAmong } from "./place-among.ts";

describe("a place among what is in sight of a list", () => {
  const [a, b, c] = [{ id: newEntryId() }, { id: newEntryId() }, { id: newEntryId() }];

  test("is beside the neighbour in sight", () => {
    expect(placeAmong([a, b, c], c.id, "up")).toEqual({ before: b.id });
    expect(placeAmong([a, b, c], a.id, "down")).toEqual({ after: b.id });
    expect(placeAmong([a, b, c], a.id, { after: c.id })).toEqual({ after: c.id });
  });

  test("stays where it is at the ends, or when it has gone", () => {
    expect(placeAmong([a, b, c], a.id, "up")).toBeNull();
    expect(placeAmong([a, b, c], c.id, "down")).toBeNull();
    expect(placeAmong([a, b], c.id, "up")).toBeNull();
  });
});
