import { expect, test } from "vitest";

import { maya, meOf } from "../accounts/testing.ts";
import { startingPlace } from "./starting-place.ts";

const space = { id: "space-of-both", name: "", partners: ["Maya"] };
const observed = { space: "space-of-two", partners: ["A", "B"], until: 1, inEffect: false };

test.each([
  ["to their only space", { spaces: [space] }, "/space/space-of-both"],
  ["to the desk, if they only look on", { observing: [observed] }, "/desk"],
  ["to the choice, if theirs is closed", { spaces: [{ ...space, closed: true }] }, "choose"],
  ["to the choice, with nothing yet", {}, "choose"],
  ["to the choice, with both", { spaces: [space], observing: [observed] }, "choose"],
])("somebody who is signed in is led %s", (_, more, place) => {
  expect(startingPlace(meOf(maya, more))).toBe(place);
});
