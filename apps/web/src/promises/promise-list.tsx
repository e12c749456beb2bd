import type { EntryId } from "@concord/domain/ids";
import type { PromiseView } from "@concord/domain/promises/view";
import { For, type JSX, Show, createMemo, createUniqueId } from "solid-js";

import { createOwners } from "../workspace/owners.ts";
import { PromiseCard } from "./promise-card.tsx";
import { createPromiseWords } from "./promise-words.ts";
import styles from "./promises.module.css";

/** How many that have ended stay in sight; the others are a fold away. */
const inSight = 3;

interface ListProps {
  readonly title: string;
  readonly promises: readonly PromiseView[];
  /** Said where there are none. */
  readonly empty?: string;
  /** The promise that takes the focus as soon as it is there. */
  readonly awaited?: string | null;
}

const sameIds = (one: readonly EntryId[], other: readonly EntryId[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at]);

/** One person's promises. Rows are kept by id: what is being written in one stays. */
export function PromiseList(props: ListProps): JSX.Element {
  const { text } = createPromiseWords();
  const title = createUniqueId();
  let heading: HTMLElement | undefined;
  const idsOf = (pick: (all: readonly PromiseView[]) => readonly PromiseView[]) =>
    createMemo(() => pick(props.promises).map(({ id }) => id), [], { equals: sameIds });
  const isOpen = ({ state }: PromiseView) => state === "open";
  const opens = (all: readonly PromiseView[]) => all.filter(isOpen).length;
  const first = idsOf((all) => all.slice(0, opens(all) + inSight));
  const older = idsOf((all) => all.slice(opens(all) + inSight));
  const row = (id: EntryId) => (
    <Row
      id={id}
      promises={props.promises}
      isAwaited={props.awaited === id}
      onGone={() => heading?.focus()}
    />
  );
  return (
    <section class={styles["section"]} aria-labelledby={title}>
      <h2
        id={title}
        tabindex="-1"
        ref={(it) => {
          heading = it;
        }}
      >
        {props.title}
      </h2>
      <Show when={props.promises.length > 0} fallback={<p class={styles["none"]}>{props.empty}</p>}>
        <ul class={styles["list"]} aria-labelledby={title}>
          <For each={first()}>{row}</For>
        </ul>
        <Show when={older().length > 0}>
          <details class={styles["older"]}>
            <summary>{text.older}</summary>
            <ul class={styles["list"]}>
              <For each={older()}>{row}</For>
            </ul>
          </details>
        </Show>
      </Show>
    </section>
  );
}

function Row(props: {
  readonly id: EntryId;
  readonly promises: readonly PromiseView[];
  readonly isAwaited: boolean;
  readonly onGone: () => void;
}): JSX.Element {
  const owners = createOwners();
  // The last that was known, for the moment in which its row is on its way out.
  const promise = createMemo<PromiseView | undefined>(
    (before) => props.promises.find(({ id }) => id === props.id) ?? before,
  );
  return (
    <Show when={promise()}>
      {(promise) => (
        <PromiseCard
          promise={promise()}
          owners={owners}
          isAwaited={props.isAwaited}
          onGone={() => props.onGone()}
        />
      )}
    </Show>
  );
}
