import { expect, test } from "vitest";

import { oneAtATime } from "./ledger-context.ts";

test("what is asked for while it runs is done once more afterwards, and never twice at once", async () => {
  const open: (() => void)[] = [];
  let running = 0;
  const run = oneAtATime(async () => {
    running += 1;
    expect(running).toBe(1);
    await new Promise<void>((resolve) => open.push(resolve));
    running -= 1;
  });
  const all = Promise.all([run(), run(), run()]);
  expect(open).toHaveLength(1);
  open[0]?.();
  await expect.poll(() => open.length).toBe(2);
  open[1]?.();
  await all;
  const later = run();
  expect(open).toHaveLength(3);
  open[2]?.();
  await later;
});
