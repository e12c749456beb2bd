import { expect, test } from "vitest";

import { closingLine, honest, playwrightTally, sum, vitestTally } from "./tally.ts";

test("the closing line adds up what both runners report", () => {
  const unit = vitestTally({
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
  });
  const pages = playwrightTally({ stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 4 } });
  expect(closingLine(sum([unit, pages]))).toBe("9 passed, 3 failed, 7 skipped");
});

test("a runner that fails without a failing test counts as one failure", () => {
  expect(honest(vitestTally(null), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(honest(vitestTally({ numPassedTests: 2 }), 0).failed).toBe(0);
});
