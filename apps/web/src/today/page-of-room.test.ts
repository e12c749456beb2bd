import { EntryId, PersonId, SpaceId } from "@concord/domain/ids";
import * as v from "valibot";
import { expect, test } from "vitest";

import { pageOfRoom } from "./page-of-room.ts";

const space = v.parse(SpaceId, "space-of-both");
const entry = v.parse(EntryId, "entry-one");

test.each([
  ["needs", "needs"],
  ["goals", "goals"],
  ["check-ins", "check-ins"],
  [`agreement/${entry}`, "agreements/entry-one"],
  [`check-in/${entry}`, "check-ins/entry-one"],
  [`own-goals/${v.parse(PersonId, "person-maya")}`, "goals"],
] as const)("what stands in %s is on the page %s", (room, page) => {
  expect(pageOfRoom(space, room)).toBe(`/space/space-of-both/${page}`);
});
