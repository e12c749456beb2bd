import { newEntryId } from "@concord/domain/ids";
import { expect, test } from "vitest";

import { dropAt } from "./drag.ts";

const [one, two, three] = [newEntryId(), newEntryId(), newEntryId()];
const rows = [one, two, three].map((id, at) => ({ id, top: at * 100, height: 80 }));

test("an entry goes before the row whose upper half it is over", () => {
  expect(dropAt(rows, three, 10)).toEqual({ before: one });
  expect(dropAt(rows, three, 110)).toEqual({ before: two });
});

test("an entry that is let go of below all goes last", () => {
  expect(dropAt(rows, one, 900)).toEqual({ after: three });
});

test("an entry that is let go of where it was stays", () => {
  expect(dropAt(rows, two, 130)).toBeNull();
  expect(dropAt(rows, one, -50)).toBeNull();
  expect(dropAt(rows, three, 900)).toBeNull();
});

test("an only entry stays", () => {
  expect(dropAt(rows.slice(0, 1), one, 500)).toBeNull();
});

test("an entry that the partner has removed meanwhile goes nowhere that matters", () => {
  expect(dropAt(rows.slice(1), one, 900)).toEqual({ after: three });
});
