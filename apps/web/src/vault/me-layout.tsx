import { type RouteSectionProps } from "@solidjs/router";
import { type JSX, Show } from "solid-js";

import { useMe } from "../accounts/me-context.ts";
import { NotFound } from "../shell/not-found.tsx";
import { useSpace } from "../spaces/space-context.ts";
import { AnnouncerProvider } from "../workspace/announcer.tsx";
import { VaultProvider, createVault } from "./vault-context.ts";

/** Everything under `/space/:space/me`: one person's own place, the same in each of their spaces. */
export function MeLayout(props: RouteSectionProps): JSX.Element {
  const { me } = useMe();
  const { space } = useSpace();
  const person = () => (space().you.role === "partner" ? me()?.person.id : undefined);
  return (
    <Show when={person()} keyed fallback={<NotFound />}>
      {(person) => (
        <VaultProvider value={createVault(person)}>
          <AnnouncerProvider>{props.children}</AnnouncerProvider>
        </VaultProvider>
      )}
    </Show>
  );
}
