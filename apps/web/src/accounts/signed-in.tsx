import { Navigate, type RouteSectionProps, useLocation } from "@solidjs/router";
import { type JSX, Match, Show, Switch } from "solid-js";

import { Failed } from "../shell/failed.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { useMe } from "./me-context.ts";
import { withReturn } from "./return-to.ts";

/** Lets only somebody who is signed in pass; everybody else signs in and comes back. */
export function SignedIn(props: RouteSectionProps): JSX.Element {
  const location = useLocation();
  const { state, me, refetch } = useMe();
  return (
    <Switch fallback={<Waiting />}>
      <Match when={me()}>{props.children}</Match>
      <Match when={state().kind === "signed-out"}>
        <Navigate href={withReturn("/sign-in", `${location.pathname}${location.search}`)} />
      </Match>
      <Match when={state().kind === "failed"}>
        <Failed state={state()} again={refetch} />
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
