import { Navigate } from "@solidjs/router";
import { type JSX, Match, Switch, lazy } from "solid-js";

import { useMe } from "../accounts/me-context.ts";
import { WelcomePage } from "../accounts/welcome-page.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { Failed } from "./failed.tsx";
import { startingPlace } from "./starting-place.ts";

const YourSpaces = lazy(async () => ({
  default: (await import("../spaces/your-spaces.tsx")).YourSpaces,
}));

/** The first page: what this is, or straight to where the person belongs. */
export function HomePage(): JSX.Element {
  const { state, me, refetch } = useMe();
  const place = () => {
    const known = me();
    return known ? startingPlace(known) : undefined;
  };
  return (
    <Switch fallback={<Waiting />}>
      <Match when={place() === "choose" && me()}>{(me) => <YourSpaces me={me()} />}</Match>
      <Match when={place()}>{(path) => <Navigate href={path()} />}</Match>
      <Match when={state().kind === "signed-out"}>
        <WelcomePage />
      </Match>
      <Match when={state().kind === "failed"}>
        <Failed state={state()} again={refetch} />
      </Match>
    </Switch>
  );
}
