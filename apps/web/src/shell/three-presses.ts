/** Within how long (ms) three presses must begin and end, to be meant as one. */
const together = 1000;
/** A key held for longer (ms) is no press. */
const longest = 500;

type Key = Pick<KeyboardEvent, "key" | "repeat" | "ctrlKey" | "altKey" | "metaKey" | "isComposing">;

export interface ThreePresses {
  readonly down: (key: Key) => void;
  readonly up: (key: Pick<Key, "key">) => void;
  /** Something else was done: what was pressed so far counts no more. */
  readonly forget: () => void;
}

/**
 * Calls `then` when Shift alone was pressed and let go three times in a row. Neither holding it
 * nor writing capital letters does that: each press must be bare, with no other key in between.
 */
export function makeThreePresses(then: () => void, now: () => number = Date.now): ThreePresses {
  /** When each press so far began. */
  let begun: readonly number[] = [];
  let down: number | null = null;
  const forget = () => {
    begun = [];
    down = null;
  };
  return {
    down(key) {
      const other = key.ctrlKey || key.altKey || key.metaKey || key.isComposing;
      if (key.key !== "Shift" || other) return forget();
      if (!key.repeat) down = now();
    },
    up({ key }) {
      if (key !== "Shift" || down === null) return;
      const end = now();
      if (end - down > longest) return forget();
      begun = [...begun, down].filter((at) => end - at <= together);
      down = null;
      if (begun.length < 3) return;
      forget();
      then();
    },
    forget,
  };
}

/** Follows the keys of the whole window, before anything on the page hears them; returns its end. */
export function followThreePresses(then: () => void): () => void {
  const presses = makeThreePresses(then);
  const ended = new AbortController();
  const on = { capture: true, signal: ended.signal };
  window.addEventListener("keydown", presses.down, on);
  window.addEventListener("keyup", presses.up, on);
  for (const other of ["pointerdown", "wheel"] as const)
    window.addEventListener(other, presses.forget, { ...on, passive: true });
  window.addEventListener("blur", presses.forget, { signal: ended.signal });
  return () => ended.abort();
}
