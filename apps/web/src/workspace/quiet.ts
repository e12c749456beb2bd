import { type Accessor, createSignal } from "solid-js";

const key = "concord/quiet";

/** S8: whether this device sends any presence at all. Remembered here, known to nobody else. */
export interface Quiet {
  readonly on: Accessor<boolean>;
  readonly set: (on: boolean) => void;
}

export function createQuiet(): Quiet {
  const [on, setOn] = createSignal(read());
  return {
    on,
    set: (next) => {
      setOn(next);
      write(next);
    },
  };
}

function read(): boolean {
  try {
    return localStorage.getItem(key) === "yes";
  } catch {
    return false;
  }
}

function write(on: boolean): void {
  try {
    if (on) localStorage.setItem(key, "yes");
    else localStorage.removeItem(key);
  } catch {
    // It then holds for this page alone.
  }
}
