import BadgeCheck from "~icons/lucide/badge-check";
import { type Assents, readAssents } from "@concord/domain/ledger/assents";
import { hashOf } from "@concord/domain/ledger/canonical";
import {
  type JSX,
  Show,
  Suspense,
  createEffect,
  createMemo,
  createSignal,
  lazy,
  on,
} from "solid-js";

import { useSpace } from "../spaces/space-context.ts";
import { Notice } from "../ui/surface.tsx";
import { useAnnouncer } from "../workspace/announcer.tsx";
import styles from "./assent.module.css";
import { createWords } from "./assent-words.ts";
import { useLedger } from "./ledger-context.ts";
import { type AssentProps, OwnWord, type Told } from "./own-word.tsx";

const WordChanges = lazy(async () => ({
  default: (await import("./word-changes.tsx")).WordChanges,
}));

/**
 * Who stands by the words above, since when, and what has changed since; and one's own word on
 * them, to give and to take back. Nothing while there are no words, and nothing for observers.
 */
export function Assent(props: AssentProps): JSX.Element {
  const { space } = useSpace();
  const { view, known } = useLedger();
  const assents = createMemo(() =>
    readAssents(view(), {
      subject: props.subject,
      owner: props.owner,
      current: hashOf(props.text),
      partners: space().partners.map(({ id }) => id),
    }),
  );
  const words = createWords();
  const { say } = useAnnouncer();
  const theirs = createMemo(
    () => assents().agreed.find(({ author }) => author !== words.you()) ?? null,
  );
  // Says what the other has just done, to who cannot see it happen: not what was there already.
  createEffect(
    on(
      [theirs, known] as const,
      ([now], before) => {
        if (!now || !before?.[1] || before[0]?.id === now.id) return;
        const phrase = props.owner === "ours" ? words.text.ours.said : words.text.own.said;
        say(phrase(words.nameOf(now.author), props.name));
      },
      { defer: true },
    ),
  );
  const shown = () => {
    const { agreed, changed } = assents();
    return known() && (props.text !== "" || agreed.length + changed.length > 0);
  };
  return (
    <Show when={shown()}>
      <div class={styles["assent"]}>
        <Standing {...props} assents={assents()} />
        <Changed {...props} assents={assents()} />
        <OwnWord {...props} assents={assents()} />
        <Signatures assents={assents()} />
      </div>
    </Show>
  );
}

/** What holds now: in force, or who has agreed so far. */
function Standing(props: Told): JSX.Element {
  const words = createWords();
  const own = () => props.owner !== "ours";
  const line = () => {
    const { inForce, agreed } = props.assents;
    if (!own() && inForce?.isCurrent)
      return words.text.ours.inForce(words.dayInFull(inForce.since));
    const theirs = agreed.find(({ author }) => author !== words.you());
    if (theirs) {
      const say = own() ? words.text.own.theyAgreed : words.text.ours.theyAgreed;
      return say(words.nameOf(theirs.author), words.day(theirs));
    }
    const [mine] = agreed;
    if (!mine) return null;
    if (own()) return words.text.own.youAgreed(words.day(mine));
    const other = words.other();
    return other
      ? words.text.ours.youAgreed(other, words.day(mine))
      : words.text.ours.youAgreedAlone(words.day(mine));
  };
  const settled = () => props.assents.inForce?.isCurrent ?? false;
  const review = () => (settled() && !own() ? props.assents.inForce?.reviewOn : null);
  return (
    <Show when={line()}>
      {(line) => (
        <p class={styles["line"]}>
          <span class={settled() ? styles["seal"] : ""}>
            <Show when={settled()}>
              <BadgeCheck aria-hidden="true" />
            </Show>
            {line()}
          </span>
          <Show when={review()}>
            {(day) => <span>{words.text.reviewOn(words.dayInFull(day()))}</span>}
          </Show>
        </p>
      )}
    </Show>
  );
}

/** That it has changed since somebody agreed: the difference, and what was agreed. */
function Changed(props: Told): JSX.Element {
  const words = createWords();
  const own = () => props.owner !== "ours";
  const title = () => {
    const { changed } = props.assents;
    const [first] = changed;
    if (!first) return "";
    if (!own()) return words.text.ours.changed(changed.map(({ author }) => words.nameOf(author)));
    return first.author === words.you()
      ? words.text.own.changedYou
      : words.text.own.changedThey(words.nameOf(first.author));
  };
  const held = () => {
    const { inForce } = props.assents;
    return !own() && inForce && !inForce.isCurrent ? inForce.since : null;
  };
  return (
    <Show when={props.assents.changed[0]}>
      {(first) => (
        <Notice tone="care">
          <strong>{title()}</strong>
          <Show when={held()}>
            {(since) => <p>{words.text.ours.stillInForce(words.dayInFull(since()))}</p>}
          </Show>
          <Fold label={words.text.whatChanged}>
            <Suspense>
              <WordChanges from={first().body.text} to={props.text} />
            </Suspense>
          </Fold>
          <Fold label={words.text.whatWasAgreed}>
            <p class={styles["agreed"]}>{first().body.text}</p>
          </Fold>
        </Notice>
      )}
    </Show>
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

/** On paper: who agreed, and when, to the words as they are printed. */
function Signatures(props: { readonly assents: Assents }): JSX.Element {
  const words = createWords();
  const { space } = useSpace();
  const name = (author: string) => space().partners.find(({ id }) => id === author)?.name ?? "";
  const lines = () =>
    props.assents.agreed.map((row) => words.text.signedBy(name(row.author), words.day(row)));
  return <p class={styles["signed"]}>{lines().join(" · ")}</p>;
}
