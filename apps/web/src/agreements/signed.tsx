import BadgeCheck from "~icons/lucide/badge-check";
import { clauseText } from "@concord/domain/agreements/clause-text";
import { clauseBody, clausesIn } from "@concord/domain/agreements/schema";
import { sortedEntries } from "@concord/domain/entries";
import { readAssents } from "@concord/domain/ledger/assents";
import { hashOf } from "@concord/domain/ledger/canonical";
import { subjectOfEntry } from "@concord/domain/ledger/subjects";
import { type JSX, Show, createSignal, onCleanup, untrack } from "solid-js";

import { useLanguage, useText } from "../i18n/text.ts";
import { dayInFull } from "../ledger/day-in-full.ts";
import { useLedger } from "../ledger/ledger-context.ts";
import { useSpace } from "../spaces/space-context.ts";
import type { OpenDocument } from "../workspace/open-document.ts";
import styles from "./agreement-page.module.css";

/** Between whom it is; and, once both stand by every clause as it is, since when. */
export function Signed(props: { readonly document: OpenDocument }): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const { space } = useSpace();
  const names = () =>
    space()
      .partners.toSorted((a, b) => a.seat - b.seat)
      .map(({ name }) => name);
  const since = createInForceSince(untrack(() => props.document));
  return (
    <p class={styles["parties"]}>
      {text.agreements.between(names())}
      <Show when={since()}>
        {(day) => (
          <span class={styles["inForce"]}>
            <BadgeCheck aria-hidden="true" />
            {text.agreements.inForce(dayInFull(day(), locale))}
          </span>
        )}
      </Show>
    </p>
  );
}

/** The day from which both stand by all the clauses as they are now, or null. */
function createInForceSince({ doc, room }: OpenDocument): () => string | null {
  const { space } = useSpace();
  const { view } = useLedger();
  const clauses = clausesIn(doc);
  const read = () =>
    sortedEntries(clauses).flatMap(({ id }) => {
      const body = clauseBody(doc, id);
      const text = body ? clauseText(body) : "";
      return text === "" ? [] : [{ subject: subjectOfEntry(room.path, id), hash: hashOf(text) }];
    });
  const [texts, setTexts] = createSignal(read());
  const follow = () => setTexts(read());
  clauses.observeDeep(follow);
  onCleanup(() => clauses.unobserveDeep(follow));
  return () => {
    const partners = space().partners.map(({ id }) => id);
    const days = texts().map(({ subject, hash }) => {
      const about = { subject, owner: "ours", current: hash, partners } as const;
      const { inForce } = readAssents(view(), about);
      return inForce?.isCurrent ? inForce.since : null;
    });
    const known = days.filter((day) => day !== null);
    return known.length > 0 && known.length === days.length
      ? (known.toSorted().at(-1) ?? null)
      : null;
  };
}
