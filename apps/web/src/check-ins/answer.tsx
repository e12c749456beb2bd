import type { CheckInAnswer } from "@concord/domain/check-ins/declared";
import type { PersonId } from "@concord/domain/ids";
import { For, type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { createOwners } from "../workspace/owners.ts";
import { hueOf } from "../workspace/owner-mark.tsx";
import { firstWords } from "../workspace/first-words.ts";
import styles from "./check-in.module.css";
import { MakeMenu } from "./make-menu.tsx";

const parts = ["appreciation", "issue", "help"] as const;

/** One person's answers, in their hue. Where it `makes`, something can be made of them. */
export function Answer(props: {
  readonly author: PersonId;
  readonly answer: CheckInAnswer;
  /** Without one, it is by whom it is. */
  readonly title?: string;
  readonly makes?: boolean;
  readonly children?: JSX.Element;
}): JSX.Element {
  const text = useText();
  const owners = createOwners();
  const words = text.checkIns.answers;
  return (
    <article class={`${styles["answer"]} ${hueOf(owners, props.author)}`}>
      <h3>{props.title ?? words.by(owners.nameOf(props.author))}</h3>
      <dl>
        <For each={parts}>
          {(part) => (
            <div>
              <dt>{words[part]}</dt>
              <Show
                when={props.answer[part]}
                fallback={<dd class={styles["leftOut"]}>{words.leftOut}</dd>}
              >
                {(said) => (
                  <dd>
                    <p>{said()}</p>
                    <Show when={part !== "appreciation" && props.makes}>
                      <MakeMenu
                        words={said()}
                        owner={props.author}
                        name={`“${firstWords(said())}”`}
                      />
                    </Show>
                  </dd>
                )}
              </Show>
            </div>
          )}
        </For>
      </dl>
      {props.children}
    </article>
  );
}
