import type { JSX } from "solid-js";
import { Show } from "solid-js";

import type { Trouble as TroubleCode } from "../api/result.ts";
import { useText } from "../i18n/text.ts";
import { Trouble } from "../ui/trouble.tsx";

/** A page that could not be fetched: why, and a way to try again. Nothing for any other state. */
export function Failed(props: {
  readonly state: { readonly kind: string; readonly problem?: TroubleCode };
  readonly again: () => unknown;
}): JSX.Element {
  const text = useText();
  const problem = () => (props.state.kind === "failed" ? props.state.problem : undefined);
  return (
    <Show when={problem()}>
      {(code) => (
        <Trouble
          words={text.problems[code()]}
          again={{ label: text.shell.tryAgain, act: () => void props.again() }}
        />
      )}
    </Show>
  );
}
