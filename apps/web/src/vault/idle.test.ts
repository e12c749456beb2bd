import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { watchIdle } from "./idle.ts";

const patience = 5 * 60_000;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("S24 Me locks itself", () => {
  test("once nobody has touched the page for as long as it waits, and not before", () => {
    const idle = vi.fn<() => void>();
    watchIdle(idle, patience);
    vi.advanceTimersByTime(patience - 10_000);
    window.dispatchEvent(new Event("keydown"));
    vi.advanceTimersByTime(patience - 10_000);
    expect(idle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(20_000);
    expect(idle).toHaveBeenCalled();
  });

  test("as soon as a device that slept shows the page again", () => {
    const idle = vi.fn<() => void>();
    watchIdle(idle, patience);
    // No timer runs while a device sleeps.
    vi.setSystemTime(Date.now() + patience);
    document.dispatchEvent(new Event("visibilitychange"));
    expect(idle).toHaveBeenCalledOnce();
  });

  test("no more once it is told to end", () => {
    const idle = vi.fn<() => void>();
    const end = watchIdle(idle, patience);
    end();
    vi.advanceTimersByTime(2 * patience);
    document.dispatchEvent(new Event("visibilitychange"));
    expect(idle).not.toHaveBeenCalled();
  });
});
