import { createSignal } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { whenSent } from "./when-sent.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a word goes at once where nothing waits to be sent", async () => {
  expect(await whenSent({ holdsUnsent: () => false })).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test("a word waits for what was written just before it, and no longer", async () => {
  const [holdsUnsent, setUnsent] = createSignal(true);
  const sent = whenSent({ holdsUnsent });
  setUnsent(false);
  expect(await sent).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test("a word doesn't wait for ever where nothing can be sent", async () => {
  const sent = whenSent({ holdsUnsent: () => true });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await sent).toBe(false);
});
