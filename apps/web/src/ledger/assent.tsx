import BadgeCheck from "~icons/lucide/badge-check";
import { type Assents, readAssents } from "@concord/domain/ledger/assents";
import { hashOf } from "@concord/domain/ledger/canonical";
import { type JSX, Show, createEffect, createMemo, on } from "solid-js";

import { useSpace } from "../spaces/space-context.ts";
import { useAnnouncer } from "../workspace/announcer.tsx";
import styles from "./assent.module.css";
import { createWords } from "./assent-words.ts";
import { ChangedSince } from "./changed-since.tsx";
import { useLedger } from "./ledger-context.ts";
import { type AssentProps, OwnWord, type Told } from "./own-word.tsx";

/**
 * Who stands by the words above, since when, and what has changed since; and one's own word on
 * them, to give and to take back. Nothing while there are no words, and nothing for observers.
 */
export function Assent(props: AssentProps): JSX.Element {
  const { space } = useSpace();
  const { view, known } = useLedger();
  const current = createMemo(() => hashOf(props.text));
  const assents = createMemo(() =>
    readAssents(view(), {
      subject: props.subject,
      owner: props.owner,
      current: current(),
      partners: space().partners.map(({ id }) => id),
    }),
  );
  createWordNews(props, assents);
  const shown = () => {
    const { agreed, changed } = assents();
    return known() && (props.text !== "" || agreed.length + changed.length > 0);
  };
  return (
    <Show when={shown()}>
      <div class={styles["assent"]}>
        <Standing {...props} assents={assents()} />
        <ChangedSince {...props} assents={assents()} />
        <OwnWord {...props} assents={assents()} />
        <Signatures {...props} assents={assents()} />
      </div>
    </Show>
  );
}

/** Says what becomes of somebody's word to who cannot see it happen; nothing of what was before. */
function createWordNews(props: AssentProps, assents: () => Assents): void {
  const { known } = useLedger();
  const words = createWords();
  const { say } = useAnnouncer();
  const news = (now: Assents, before: Assents) => {
    const { own } = words.text;
    const known = new Set(before.agreed.map(({ id }) => id));
    const theirs = now.agreed.find(({ author }) => author !== words.you());
    if (theirs && ![...known, ...before.changed.map(({ id }) => id)].includes(theirs.id)) {
      say(
        (props.owner === "ours" ? words.ours(props) : own).said(
          words.nameOf(theirs.author),
          props.name,
        ),
      );
    }
    const edited = now.changed.find(({ id }) => known.has(id));
    if (edited && props.keepInSight?.(edited.body.text)) say(own.inSight.said(props.name));
  };
  createEffect(
    on([assents, known], ([now, isKnown], before) => {
      if (isKnown && before?.[1]) news(now, before[0]);
    }),
  );
}

/** What holds now: in force, or who has agreed so far. */
function Standing(props: Told): JSX.Element {
  const words = createWords();
  const own = () => props.owner !== "ours";
  const line = () => {
    const { inForce, agreed } = props.assents;
    if (!own() && inForce?.isCurrent)
      return words.ours(props).inForce(words.dayInFull(inForce.since));
    const theirs = agreed.find(({ author }) => author !== words.you());
    if (theirs) {
      const say = own() ? words.text.own.theyAgreed : words.ours(props).theyAgreed;
      return say(words.nameOf(theirs.author), words.day(theirs));
    }
    const [mine] = agreed;
    if (!mine) return null;
    if (own()) return words.text.own.youAgreed(words.day(mine));
    const other = words.other();
    return other
      ? words.ours(props).youAgreed(other, words.day(mine))
      : words.ours(props).youAgreedAlone(words.day(mine));
  };
  const settled = () => props.assents.inForce?.isCurrent ?? false;
  /** On paper the signatures say it, but that something agreed holds. */
  const look = () =>
    [settled() ? styles["seal"] : "", own() || props.isMeant ? styles["onScreen"] : ""].join(" ");
  const review = () => (settled() && !own() ? props.assents.inForce?.reviewOn : null);
  return (
    <Show when={line()}>
      {(line) => (
        <p class={styles["line"]}>
          <span class={look()}>
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

/** On paper: who agreed, and when, to the words as they are printed. */
function Signatures(props: Told): JSX.Element {
  const words = createWords();
  const { space } = useSpace();
  const name = (author: string) => space().partners.find(({ id }) => id === author)?.name ?? "";
  const isAgreed = () => props.owner === "ours" && !props.isMeant;
  const signed = () => (isAgreed() ? words.text : words.text.own).signedBy;
  const lines = () => props.assents.agreed.map((row) => signed()(name(row.author), words.day(row)));
  return <p class={styles["signed"]}>{lines().join(" · ")}</p>;
}
