import { type Accessor, createSignal, onMount } from "solid-js";

import { useMe } from "../accounts/me-context.ts";
import { type Result, type Trouble, mayPass } from "../api/result.ts";
import { oneAtATime } from "../ledger/ledger-context.ts";
import { useSpace } from "../spaces/space-context.ts";

export interface ServerAnswer<T> {
  /** What the server last said; undefined until then. */
  readonly value: Accessor<T | undefined>;
  readonly problem: Accessor<Trouble | undefined>;
  readonly ask: () => Promise<void>;
}

/** What the server says of a space, asked again whenever something in it was begun or declared. */
export function createAnswer<T>(fetch: () => Promise<Result<T>>): ServerAnswer<T> {
  const { onDeclared, onChanged } = useMe();
  const { space } = useSpace();
  const [value, setValue] = createSignal<T>();
  const [problem, setProblem] = createSignal<Trouble>();
  const ask = oneAtATime(async () => {
    const answer = await fetch();
    if (answer.ok) setValue(() => answer.value);
    // What is shown stays while the server can't be reached.
    const keeps = !answer.ok && value() !== undefined && mayPass(answer.problem);
    setProblem(answer.ok || keeps ? undefined : answer.problem);
  });
  const heard = (changed: string | null) => {
    if (changed === null || changed === space().id) void ask();
  };
  onMount(() => void ask());
  onDeclared(heard);
  onChanged(heard);
  return { value, problem, ask };
}
