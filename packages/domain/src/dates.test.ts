import { expect, test } from "vitest";

import { parseDay } from "./dates.ts";

test.each(["2026-11-23", "2028-02-29"])("%s is a day", (text) => expect(parseDay(text)).toBe(text));

test.each([
  "2026-02-29",
  "2026-13-01",
  "2026-1-1",
  "2026-11-23T00:00:00Z",
  "+002026-11-23",
  "",
  null,
  undefined,
  20261123,
  {},
])("%j is no day", (raw) => expect(parseDay(raw)).toBeNull());
