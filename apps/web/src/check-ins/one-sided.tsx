import type { CheckInAnswer } from "@concord/domain/check-ins/declared";
import Lock from "~icons/lucide/lock";
import { type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Answer } from "./answer.tsx";
import styles from "./check-in.module.css";

interface Mine {
  readonly mine: CheckInAnswer | null;
}

/** Answered: nothing on it tells whether the other has. */
export function SealedPage(props: Mine): JSX.Element {
  const text = useText();
  const words = text.checkIns.sealed;
  return (
    <>
      <div class={styles["sealed"]}>
        <Lock aria-hidden="true" />
        <h2>{words.title}</h2>
        <p>{words.text}</p>
      </div>
      <MyWords mine={props.mine} title={words.mine} />
    </>
  );
}

export function OverPage(props: Mine): JSX.Element {
  const text = useText();
  const words = text.checkIns.over;
  return (
    <>
      <div class={styles["intro"]}>
        <h2>{words.title}</h2>
        <p>{words.text}</p>
      </div>
      <MyWords mine={props.mine} title={words.mine} />
    </>
  );
}

/** What one wrote alone, as one's own notes. */
export function OwnPage(props: Mine): JSX.Element {
  const text = useText();
  const words = text.checkIns.own;
  const { space } = useSpace();
  return (
    <>
      <div class={styles["intro"]}>
        <h2>{words.title}</h2>
        <p>{words.text}</p>
      </div>
      <Show when={props.mine}>
        {(mine) => <Answer author={space().you.id} answer={mine()} makes />}
      </Show>
    </>
  );
}

function MyWords(props: Mine & { readonly title: string }): JSX.Element {
  const { space } = useSpace();
  return (
    <Show when={props.mine}>
      {(mine) => <Answer author={space().you.id} answer={mine()} title={props.title} />}
    </Show>
  );
}
