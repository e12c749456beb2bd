import ShieldAlert from "~icons/lucide/shield-alert";
import type { Assent } from "@concord/domain/ledger/assents";
import { type JSX, Show, Suspense, createSignal, lazy } from "solid-js";

import { Notice } from "../ui/surface.tsx";
import { createWords } from "./assent-words.ts";
import styles from "./assent.module.css";
import type { Told } from "./own-word.tsx";
import { hashOf } from "@concord/domain/ledger/canonical";

const WordChanges = lazy(async () => ({
  default: (await import("./word-changes.tsx")).WordChanges,
}));

/** That it has changed since somebody agreed: the difference, and what was agreed. */
export function ChangedSince(props: Told): JSX.Element {
  const { text } = createWords();
  /** One's own word comes first: nobody else's edit may pass for it. */
  const first = () => props.assents.changed.find((row) => isOwn(props, row));
  return (
    <Show when={first() ?? props.assents.changed[0]}>
      {(row) => (
        <Notice tone="care">
          <Title {...props} row={row()} />
          <Held {...props} />
          <Show when={isInSight(props, row())}>
            <InSight row={row()} />
          </Show>
          <Show when={row().body.hash !== hashOf(props.text)} fallback={<p>{text.whoseChanged}</p>}>
            <Fold label={text.whatChanged}>
              <Suspense>
                <WordChanges from={row().body.text} to={props.text} />
              </Suspense>
            </Fold>
            <Show when={!isInSight(props, row())}>
              <Fold label={text.whatWasAgreed}>
                <p class={styles["agreed"]}>{row().body.text}</p>
              </Fold>
            </Show>
          </Show>
        </Notice>
      )}
    </Show>
  );
}

/** Whether somebody stood by it as their own, and not as what both agree to. */
const isOwn = (props: Told, { body }: Assent): boolean => (body.owner ?? props.owner) !== "ours";

const isInSight = (props: Told, row: Assent): boolean =>
  isOwn(props, row) && (props.keepInSight?.(row.body.text) ?? false);

function Title(props: Told & { readonly row: Assent }): JSX.Element {
  const words = createWords();
  const inSight = () => isInSight(props, props.row);
  const title = () => {
    const { own } = words.text;
    const { changed } = props.assents;
    if (!isOwn(props, props.row))
      return words.ours(props).changed(changed.map((row) => words.nameOf(row.author)));
    const say = inSight() ? own.inSight : own;
    const isMine = props.row.author === words.you();
    return isMine ? say.changedYou : say.changedThey(words.nameOf(props.row.author));
  };
  return (
    <strong class={inSight() ? styles["guard"] : ""}>
      <Show when={inSight()}>
        <ShieldAlert aria-hidden="true" />
      </Show>
      {title()}
    </strong>
  );
}

/** That what both agreed to before still holds. */
function Held(props: Told): JSX.Element {
  const words = createWords();
  const since = () => {
    const { inForce } = props.assents;
    return props.owner === "ours" && inForce && !inForce.isCurrent ? inForce.since : null;
  };
  return (
    <Show when={since()}>
      {(day) => <p>{words.ours(props).stillInForce(words.dayInFull(day()))}</p>}
    </Show>
  );
}

/** The words that somebody stood by, as they are: in sight, and on paper too. */
function InSight(props: { readonly row: Assent }): JSX.Element {
  const words = createWords();
  const { inSight } = words.text.own;
  const label = () =>
    props.row.author === words.you()
      ? inSight.yourWords(words.day(props.row))
      : inSight.theirWords(words.nameOf(props.row.author), words.day(props.row));
  return (
    <figure class={styles["kept"]}>
      <figcaption>{label()}</figcaption>
      <blockquote class={styles["agreed"]}>{props.row.body.text}</blockquote>
    </figure>
  );
}

/** Unfolded, its content is made; folded, it costs nothing. */
function Fold(props: { readonly label: string; readonly children: JSX.Element }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  return (
    <details class={styles["more"]} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.label}</summary>
      <Show when={open()}>{props.children}</Show>
    </details>
  );
}
