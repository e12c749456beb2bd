import { expect, test } from "vitest";

import { accounts } from "./accounts.ts";

test.each([
  [0, "can’t be read back"],
  [1, "can be read back by you both for a day,"],
  [30, "can be read back by you both for 30 days,"],
])("where the server keeps what was deleted for %i days it says so", (days, words) => {
  expect(accounts.operator.deleted(days)).toContain(words);
});
