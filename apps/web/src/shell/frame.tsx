import { type JSX, Suspense } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Waiting } from "../ui/waiting.tsx";
import styles from "./frame.module.css";
import { QuickExitButton } from "./quick-exit-button.tsx";

/** What every page stands in: a way to skip what comes first, and the page itself. */
export function Frame(props: {
  /** What stands before the page: a header, or the places of a space. */
  readonly before: JSX.Element;
  readonly after?: JSX.Element;
  readonly class?: string | undefined;
  readonly children: JSX.Element;
}): JSX.Element {
  const text = useText();
  let main: HTMLElement | undefined;
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    main?.focus();
  };
  return (
    <div class={`${styles["frame"]} ${props.class ?? ""}`}>
      <a class={styles["skip"]} href="#main" onClick={skip}>
        {text.shell.skip}
      </a>
      <QuickExitButton />
      {props.before}
      <main
        id="main"
        tabindex="-1"
        class={styles["main"]}
        ref={(it) => {
          main = it;
        }}
      >
        <Suspense fallback={<Waiting />}>{props.children}</Suspense>
      </main>
      {props.after}
    </div>
  );
}
