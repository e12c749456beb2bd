import { type PersonId, SpaceId } from "@concord/domain/ids";
import type { RouteSectionProps } from "@solidjs/router";
import { type JSX, Match, Show, Switch, createMemo, untrack } from "solid-js";
import * as v from "valibot";

import { useMe } from "../accounts/me-context.ts";
import { SignedIn } from "../accounts/signed-in.tsx";
import { useText } from "../i18n/text.ts";
import { LedgerProvider, createLedger } from "../ledger/ledger-context.ts";
import { Failed } from "../shell/failed.tsx";
import { NotFound } from "../shell/not-found.tsx";
import { PlainLayout } from "../shell/plain-layout.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { WorkspaceProvider } from "../workspace/workspace-context.tsx";
import { SpaceProvider } from "./space-context.ts";
import { SpaceFrame } from "./space-frame.tsx";
import { createSpaceState } from "./space-state.ts";

interface Opened {
  readonly person: PersonId;
  readonly id: SpaceId;
}

/** Everything under `/space/:space`: opens the space and stands its places around the page. */
export function SpaceLayout(props: RouteSectionProps): JSX.Element {
  const { me } = useMe();
  const opened = createMemo<Opened | null>(
    () => {
      const person = me()?.person.id;
      const id = v.safeParse(SpaceId, props.params["space"]);
      return person && id.success ? { person, id: id.output } : null;
    },
    null,
    { equals: (a, b) => a?.person === b?.person && a?.id === b?.id },
  );
  return (
    <Show
      when={opened()}
      // Keyed: nothing of one person or space lives on in another's pages.
      keyed
      fallback={
        <PlainLayout {...props}>
          <SignedIn {...props}>
            <NotFound />
          </SignedIn>
        </PlainLayout>
      }
    >
      {(opened) => <OpenSpace {...props} opened={opened} />}
    </Show>
  );
}

function OpenSpace(props: RouteSectionProps & { readonly opened: Opened }): JSX.Element {
  const text = useText();
  // The keyed Show above makes this anew for every person and space.
  const { id, person } = untrack(() => props.opened);
  const { state, refetch } = createSpaceState(id, person);
  const space = () => {
    const now = state();
    return now.kind === "open" ? now.space : undefined;
  };
  return (
    <Show
      when={space()}
      fallback={
        <PlainLayout {...props}>
          <Switch fallback={<Waiting />}>
            <Match when={state().kind === "closed"}>
              <NotFound words={text.problems["no-such-space"]} />
            </Match>
            <Match when={state().kind === "failed"}>
              <Failed state={state()} again={refetch} />
            </Match>
          </Switch>
        </PlainLayout>
      }
    >
      {(space) => (
        <SpaceProvider value={{ space, refetch: () => void refetch() }}>
          <LedgerProvider value={createLedger(space)}>
            <WorkspaceProvider>
              <SpaceFrame>{props.children}</SpaceFrame>
            </WorkspaceProvider>
          </LedgerProvider>
        </SpaceProvider>
      )}
    </Show>
  );
}
