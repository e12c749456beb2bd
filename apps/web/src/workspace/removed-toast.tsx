import { type JSX, createEffect, createSignal, on, onCleanup } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Toast } from "../ui/toast.tsx";
import type { DocumentUndo } from "./document-undo.ts";
import type { EntryList } from "./entry-list.ts";

/** How long (ms) the offer stands; the list's own Undo and Ctrl+Z stay for as long as the page. */
const standing = 12_000;

/** Offers to take a removal back. */
export function RemovedToast(props: {
  readonly list: Pick<EntryList, "removals">;
  readonly words: string;
  readonly undo: Pick<DocumentUndo, "undo">;
}): JSX.Element {
  const text = useText();
  const [shown, setShown] = createSignal(false);
  createEffect(
    on(
      () => props.list.removals(),
      () => {
        setShown(true);
        const timer = setTimeout(() => setShown(false), standing);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: true },
    ),
  );
  const takeBack = () => {
    setShown(false);
    props.undo.undo();
  };
  return (
    <Toast
      words={shown() ? props.words : null}
      action={text.workspace.undo}
      onAction={takeBack}
      closeLabel={text.ui.close}
      onClose={() => setShown(false)}
    />
  );
}
