import { vi } from "vitest";

/** Waits until the assertions hold: soon on a quiet machine, and patiently on a busy one. */
export const eventually = <T>(holds: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(holds, { timeout: 15_000, interval: 10 });
