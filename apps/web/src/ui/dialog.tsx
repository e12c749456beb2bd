import X from "~icons/lucide/x";
import { type JSX, createEffect, createUniqueId } from "solid-js";

import { QuickExitButton } from "../shell/quick-exit-button.tsx";
import { Button } from "./button.tsx";
import styles from "./dialog.module.css";

/** A modal dialogue on the browser's own element: focus is kept in it, Escape closes it. */
export function Dialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly closeLabel: string;
  readonly children: JSX.Element;
}): JSX.Element {
  const id = createUniqueId();
  let element: HTMLDialogElement | undefined;
  createEffect(() => {
    if (props.open && !element?.open) element?.showModal();
    if (!props.open && element?.open) element.close();
  });
  return (
    <dialog
      ref={(it) => {
        element = it;
      }}
      class={styles["dialog"]}
      aria-labelledby={id}
      onClose={() => props.onClose()}
    >
      <div class={styles["head"]}>
        <h2 id={id}>{props.title}</h2>
        <Button kind="quiet" icon aria-label={props.closeLabel} onClick={() => props.onClose()}>
          <X />
        </Button>
      </div>
      {props.children}
      {/* Nothing outside of an open dialogue can be pressed. */}
      <QuickExitButton />
    </dialog>
  );
}
