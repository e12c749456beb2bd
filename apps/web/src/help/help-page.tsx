import { A } from "@solidjs/router";
import { For, type JSX, Show, createResource } from "solid-js";

import { useText } from "../i18n/text.ts";
import { fetchHelp } from "./help-api.ts";
import styles from "./help-page.module.css";

/**
 * What this place can and cannot do for somebody, and who can help where it cannot (S26). The same
 * for everybody, whatever they answered anywhere; nothing of its being read is kept.
 */
export function HelpPage(): JSX.Element {
  const words = useText().help;
  return (
    <article class={styles["page"]}>
      <header class={styles["part"]}>
        <h1>{words.title}</h1>
        <p class={styles["lead"]}>{words.lead}</p>
      </header>
      <Part title={words.safe.title}>
        <For each={words.safe.text}>{(text) => <p>{text}</p>}</For>
        <p>
          <A href="/operator" class={styles["link"] ?? ""}>
            {words.operator}
          </A>
        </p>
      </Part>
      <Part title={words.exit.title}>
        <Points points={words.exit.points} />
      </Part>
      <Part title={words.history.title}>
        <Points points={words.history.points} />
      </Part>
      <Part title={words.cannot.title}>
        <Points points={words.cannot.points} />
      </Part>
      <Part title={words.afraid.title}>
        <For each={words.afraid.text}>{(text) => <p>{text}</p>}</For>
      </Part>
      <Part title={words.kinds.title}>
        <Kinds />
      </Part>
      <Part title={words.leaving.title}>
        <p>{words.leaving.text}</p>
      </Part>
    </article>
  );
}

function Part(props: { readonly title: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <section class={styles["part"]}>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}

function Points(props: { readonly points: readonly string[] }): JSX.Element {
  return (
    <ul class={styles["points"]}>
      <For each={props.points}>{(point) => <li>{point}</li>}</For>
    </ul>
  );
}

/** The operator's own list; ours, which names no region, where they have none or are out of reach. */
function Kinds(): JSX.Element {
  const words = useText().help.kinds;
  const [answer] = createResource(fetchHelp);
  const own = () => {
    // Not `answer()`: the rest of the page never waits for the server.
    const now = answer.latest;
    return now?.ok ? now.value.kinds : null;
  };
  const kinds = (): readonly { name: string; text: string; contact?: string | undefined }[] =>
    own() ?? words.list;
  return (
    <>
      <p>{words.note}</p>
      <dl class={styles["kinds"]}>
        <For each={kinds()}>
          {(kind) => (
            <div>
              <dt>{kind.name}</dt>
              <dd>
                {kind.text}
                <Show when={kind.contact}>
                  {(contact) => <strong class={styles["contact"]}>{contact()}</strong>}
                </Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </>
  );
}
