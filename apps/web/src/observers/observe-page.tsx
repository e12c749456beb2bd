import { useNavigate, useParams } from "@solidjs/router";
import { For, type JSX, Show, createResource } from "solid-js";

import { CodeGate } from "../accounts/code-gate.tsx";
import { useMe } from "../accounts/me-context.ts";
import { createAction } from "../api/action.ts";
import { useLanguage, useText } from "../i18n/text.ts";
import { dayInWords } from "../i18n/times.ts";
import { Button } from "../ui/button.tsx";
import { Trouble } from "../ui/trouble.tsx";
import styles from "./observe-page.module.css";
import { acceptGrant, previewGrant } from "./observers-api.ts";
import { roomInWords } from "./room-names.ts";

/** Where a counsellor's link leads: who, which pages, until when, and what looking on means. */
export function ObservePage(): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const params = useParams<{ code: string }>();
  const [preview] = createResource(() => params.code, previewGrant);
  const words = text.observers.observe;
  return (
    <CodeGate lit="both" answer={preview()} words={words}>
      {(grant) => ({
        title: words.title(grant().partners),
        body: (
          <>
            <h2 class={styles["which"]}>{words.which}</h2>
            <ul>
              <For each={grant().rooms}>{(room) => <li>{roomInWords(room, text)}</li>}</For>
            </ul>
            <p>{words.until(dayInWords(grant().until, Date.now(), locale))}</p>
            <ul class={styles["rules"]}>
              <li>{words.can}</li>
              <li>{words.cannot}</li>
              <li>{words.seen}</li>
              <li>{words.starts}</li>
            </ul>
          </>
        ),
        action: <Accept code={params.code} />,
      })}
    </CodeGate>
  );
}

function Accept(props: { readonly code: string }): JSX.Element {
  const text = useText();
  const { me, refetch } = useMe();
  const navigate = useNavigate();
  const accepting = createAction(() => acceptGrant(props.code));
  const go = async () => {
    if (!(await accepting.run())) return;
    await refetch();
    navigate("/desk", { replace: true });
  };
  return (
    <>
      <Show when={me()}>{(me) => <p>{text.observers.observe.as(me().person.name)}</p>}</Show>
      <Trouble words={accepting.trouble()} />
      <Button kind="primary" aria-disabled={accepting.busy()} onClick={() => void go()}>
        {text.observers.observe.action}
      </Button>
    </>
  );
}
