import { Navigate, type RouteSectionProps, useLocation } from "@solidjs/router";
import { type JSX, Match, Show, Switch } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Trouble } from "../ui/trouble.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { useMe } from "./me-context.ts";
import { withReturn } from "./return-to.ts";

/** Lets only somebody who is signed in pass; everybody else signs in and comes back. */
export function SignedIn(props: RouteSectionProps): JSX.Element {
  const text = useText();
  const location = useLocation();
  const { state, me, refetch } = useMe();
  const problem = () => {
    const now = state();
    return now.kind === "failed" ? text.problems[now.problem] : undefined;
  };
  return (
    <Switch fallback={<Waiting />}>
      <Match when={me()}>{props.children}</Match>
      <Match when={state().kind === "signed-out"}>
        <Navigate href={withReturn("/sign-in", `${location.pathname}${location.search}`)} />
      </Match>
      <Match when={problem()}>
        <Trouble
          words={problem()}
          again={{ label: text.shell.tryAgain, act: () => void refetch() }}
        />
      </Match>
    </Switch>
  );
}

/** Lets only somebody who isn't signed in pass; everybody else goes where they were headed. */
export function SignedOut(props: {
  readonly then: string;
  readonly children: JSX.Element;
}): JSX.Element {
  const { me } = useMe();
  return (
    <Show when={!me()} fallback={<Navigate href={props.then} />}>
      {props.children}
    </Show>
  );
}
