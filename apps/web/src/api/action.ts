import { type Accessor, createSignal } from "solid-js";

import { useText } from "../i18n/text.ts";
import type { Result } from "./result.ts";

/** Something a person sets off: runs once at a time, and says in words what went wrong. */
export function createAction<T>(act: () => Promise<Result<T>>): {
  /** The value, or null where it failed or is under way already. */
  readonly run: () => Promise<{ readonly value: T } | null>;
  readonly busy: Accessor<boolean>;
  readonly trouble: Accessor<string | undefined>;
} {
  const text = useText();
  const [busy, setBusy] = createSignal(false);
  const [trouble, setTrouble] = createSignal<string>();
  const run = async () => {
    if (busy()) return null;
    setBusy(true);
    setTrouble(undefined);
    const answer = await act();
    setBusy(false);
    if (answer.ok) return { value: answer.value };
    setTrouble(text.problems[answer.problem]);
    return null;
  };
  return { run, busy, trouble };
}
