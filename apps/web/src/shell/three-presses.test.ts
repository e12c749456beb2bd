import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { makeThreePresses } from "./three-presses.ts";

const plain = { repeat: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function keyboard() {
  const left = vi.fn<() => void>();
  const { down, up, forget } = makeThreePresses(left);
  const wait = (ms: number) => vi.advanceTimersByTime(ms);
  return {
    left,
    wait,
    forget,
    down: (key: string, more: Partial<typeof plain> = {}) => down({ key, ...plain, ...more }),
    up: (key: string) => up({ key }),
    /** Shift alone, held for `ms`. */
    press: (ms = 60) => {
      down({ key: "Shift", ...plain });
      wait(ms);
      up({ key: "Shift" });
    },
  };
}

describe("S15 pressing Shift three times", () => {
  test("leaves, as soon as the third is let go", () => {
    const { press, wait, down, up, left } = keyboard();
    press();
    wait(150);
    press();
    wait(150);
    down("Shift");
    expect(left).not.toHaveBeenCalled();
    up("Shift");
    expect(left).toHaveBeenCalledOnce();
  });

  test("leaves once, and not again at the fourth", () => {
    const { press, left } = keyboard();
    for (let times = 0; times < 5; times += 1) press();
    expect(left).toHaveBeenCalledOnce();
  });

  test("does nothing within more than a second", () => {
    const { press, wait, left } = keyboard();
    for (let times = 0; times < 6; times += 1) {
      press();
      wait(460);
    }
    expect(left).not.toHaveBeenCalled();
  });

  test("does nothing while it is held, however often the keyboard repeats it", () => {
    const { down, up, wait, left } = keyboard();
    down("Shift");
    for (let times = 0; times < 30; times += 1) {
      wait(30);
      down("Shift", { repeat: true });
    }
    up("Shift");
    expect(left).not.toHaveBeenCalled();
  });

  test("does not count a press that was held", () => {
    const { press, left } = keyboard();
    press();
    press(600);
    press();
    expect(left).not.toHaveBeenCalled();
  });

  test("does nothing while capital letters are written, however fast", () => {
    const { down, up, wait, left } = keyboard();
    for (const letter of "WE ARE AT HOME") {
      down("Shift");
      wait(15);
      down(letter);
      up(letter);
      up("Shift");
      wait(15);
    }
    expect(left).not.toHaveBeenCalled();
  });

  test("begins anew after any other key, a pointer, or a composition", () => {
    const { press, down, up, forget, left } = keyboard();
    press();
    press();
    down("a");
    up("a");
    press();
    press();
    forget();
    press();
    press();
    down("Process", { isComposing: true });
    press();
    expect(left).not.toHaveBeenCalled();
  });

  test("does nothing together with another modifier", () => {
    const { down, up, left } = keyboard();
    for (let times = 0; times < 4; times += 1) {
      down("Shift", { ctrlKey: true });
      up("Shift");
    }
    expect(left).not.toHaveBeenCalled();
  });
});
