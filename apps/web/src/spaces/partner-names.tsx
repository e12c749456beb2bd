import type { Space } from "@concord/domain/spaces/schema";
import { For, type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { PersonName } from "./person-name.tsx";

/** Both names, each in its hue, in the order of their places. */
export function PartnerNames(props: { readonly space: Space }): JSX.Element {
  const text = useText();
  const inOrder = () => props.space.partners.toSorted((a, b) => a.seat - b.seat);
  return (
    <For each={inOrder()}>
      {(partner, at) => (
        <>
          <Show when={at() > 0}> {text.spaces.home.and} </Show>
          <PersonName name={partner.name} seat={partner.seat} />
        </>
      )}
    </For>
  );
}
