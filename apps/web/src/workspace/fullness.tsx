import { makeDocumentSize } from "@concord/sync/client/document-size";
import type { SizeClass } from "@concord/sync/protocol/message-type";
import { type Accessor, type JSX, Show, createSignal, onCleanup } from "solid-js";
import type { WebsocketProvider } from "y-websocket";

import { useText } from "../i18n/text.ts";
import { Notice } from "../ui/surface.tsx";

/** How full the server says a document is. Ends with the owner. */
export function followFullness(provider: WebsocketProvider): Accessor<SizeClass> {
  const source = makeDocumentSize(provider);
  const [fullness, setFullness] = createSignal(source.current);
  source.subscribe(setFullness);
  onCleanup(() => source.destroy());
  return fullness;
}

/** Says that a page fills up, and how to go on, long before it takes no more. */
export function FullnessNotice(props: { readonly fullness: SizeClass }): JSX.Element {
  const text = useText();
  const words = () =>
    props.fullness === "roomy" ? undefined : text.workspace.fullness[props.fullness];
  return (
    <Show when={words()}>
      <Notice tone="care" live>
        <p>{words()}</p>
      </Notice>
    </Show>
  );
}
