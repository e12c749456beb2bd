import type { Grant } from "@concord/domain/observers/schema";
import { For, type JSX, Show, createSignal } from "solid-js";

import { createAction } from "../api/action.ts";
import { useLanguage, useText } from "../i18n/text.ts";
import { dayInWords } from "../i18n/times.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Tag } from "../ui/surface.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { consentToGrant, endGrant } from "./observers-api.ts";
import { type AgreementTitle, roomInWords } from "./room-names.ts";
import { standingOf } from "./standing.ts";
import styles from "./who-can-look-on.module.css";

/** One counsellor: which pages, until when, who said yes, and what each partner can do alone. */
export function GrantCard(props: {
  readonly grant: Grant;
  readonly titles: readonly AgreementTitle[];
  /** Called when something was done by a button that is about to go. */
  readonly onDone: () => void;
}): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const { space } = useSpace();
  const words = text.observers.grant;
  const known = () => ({ titles: props.titles, partners: space().partners });
  const until = () => words.until(dayInWords(props.grant.until, Date.now(), locale));
  return (
    <li class={styles["grant"]}>
      <div class={styles["head"]}>
        <h3>{props.grant.observer?.name ?? words.nobodyYet}</h3>
        <span class={styles["until"]}>{until()}</span>
      </div>
      <ul class={styles["rooms"]}>
        <For each={props.grant.rooms}>
          {(room) => (
            <li>
              <Tag>{roomInWords(room, text, known())}</Tag>
            </li>
          )}
        </For>
      </ul>
      <Standing grant={props.grant} />
      <Actions grant={props.grant} onDone={props.onDone} />
    </li>
  );
}

function Standing(props: { readonly grant: Grant }): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const words = text.observers.grant;
  const standing = () => standingOf(props.grant, space());
  return (
    <div class={styles["standing"]}>
      <Show when={props.grant.inEffect}>
        <Tag tone="observer">{words.inEffect}</Tag>
      </Show>
      <Show when={standing().agreed.length > 0}>
        <span>{words.agreed(standing().agreed)}</span>
      </Show>
      <Show when={standing().waitingForYou}>
        <Tag tone="care">{words.waitingForYou}</Tag>
      </Show>
      <Show when={standing().waitingFor.length > 0}>
        <Tag tone="care">{words.waitingFor(standing().waitingFor)}</Tag>
      </Show>
      <Show when={!props.grant.observer}>
        <Tag tone="care">{words.waitingForThem}</Tag>
      </Show>
    </div>
  );
}

function Actions(props: { readonly grant: Grant; readonly onDone: () => void }): JSX.Element {
  const text = useText();
  const { space, refetch } = useSpace();
  const words = text.observers.grant;
  const [ending, setEnding] = createSignal(false);
  const agree = createAction(() => consentToGrant(space().id, props.grant.id));
  const end = createAction(() => endGrant(space().id, props.grant.id));
  const then = async (doing: Promise<unknown>) => {
    if (!(await doing)) return;
    setEnding(false);
    props.onDone();
    refetch();
  };
  const endWords = () => {
    const observer = props.grant.observer;
    return observer ? words.endText(observer.name) : words.endTextNobody;
  };
  return (
    <>
      <Trouble words={agree.trouble()} />
      <div class={styles["actions"]}>
        <Show when={standingOf(props.grant, space()).waitingForYou}>
          <Button
            kind="primary"
            aria-disabled={agree.busy()}
            onClick={() => void then(agree.run())}
          >
            {words.agree}
          </Button>
        </Show>
        <Button kind="danger" onClick={() => setEnding(true)}>
          {words.end}
        </Button>
      </div>
      <Dialog
        open={ending()}
        onClose={() => setEnding(false)}
        title={words.endQuestion}
        closeLabel={text.ui.close}
      >
        <div class={styles["form"]}>
          <p>{endWords()}</p>
          <Trouble words={end.trouble()} />
          <div class={styles["actions"]}>
            <Button kind="danger" aria-disabled={end.busy()} onClick={() => void then(end.run())}>
              {words.end}
            </Button>
            <Button kind="quiet" onClick={() => setEnding(false)}>
              {words.keep}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
