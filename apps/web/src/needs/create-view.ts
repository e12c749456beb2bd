import type { NeedView } from "@concord/domain/needs/view";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { useSearchParams } from "@solidjs/router";
import { type Accessor, createEffect, createMemo, on } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useAnnouncer } from "../workspace/announcer.tsx";
import type { Owners } from "../workspace/owners.ts";
import { type Group, type WhoseOf, arrange, groupStarts, matches } from "./arrange.ts";
import { type Choice, everything, isSameChoice, parseChoice, queryOf } from "./choice.ts";

export interface NeedsView {
  readonly choice: Accessor<Choice>;
  readonly choose: (change: Partial<Choice>) => void;
  readonly showAll: () => void;
  /** The needs to show, in the order in which they are shown. */
  readonly shown: Accessor<readonly NeedView[]>;
  /** The group that a need begins, by its id. */
  readonly starts: Accessor<ReadonlyMap<string, Group>>;
  readonly whoseOf: WhoseOf;
}

/** What this person looks at of the list: chosen in their own address, and nobody else's. */
export function createNeedsView(needs: Accessor<readonly NeedView[]>, owners: Owners): NeedsView {
  const [query, setQuery] = useSearchParams();
  const choice = createMemo(() => parseChoice(query), everything, { equals: isSameChoice });
  const choose = (change: Partial<Choice>) =>
    setQuery(queryOf({ ...choice(), ...change }), { replace: true, scroll: false });
  const whoseOf: WhoseOf = (owner) => {
    if (owner === "ours") return "ours";
    const seat = owners.seatOf(owner);
    if (seat === null) return "left";
    return seat === 1 ? "1" : "2";
  };
  const found = createFound(needs, choice, whoseOf);
  const shown = createSortedEntries(() => arrange(found(), choice(), whoseOf));
  announceCount(choice, shown);
  return {
    choice,
    choose,
    showAll: () => choose({ whose: "all", kind: "all", status: "all" }),
    shown,
    starts: createMemo(() => groupStarts(shown(), choice(), whoseOf)),
    whoseOf,
  };
}

/**
 * The needs that match. What has come into sight stays there until something else is chosen:
 * nothing vanishes under somebody's hands because it, or the other, has just changed it.
 */
function createFound(
  needs: Accessor<readonly NeedView[]>,
  choice: Accessor<Choice>,
  whoseOf: WhoseOf,
): Accessor<readonly NeedView[]> {
  interface Found {
    readonly by: Choice | null;
    readonly needs: readonly NeedView[];
  }
  const found = createMemo<Found>(
    (before) => {
      const by = choice();
      const seen = new Set(before.by === by ? before.needs : []);
      return { by, needs: needs().filter((need) => seen.has(need) || matches(need, by, whoseOf)) };
    },
    { by: null, needs: [] },
  );
  return () => found().needs;
}

/** Says how many are shown to who has chosen without seeing the list change. */
function announceCount(choice: Accessor<Choice>, shown: Accessor<readonly NeedView[]>): void {
  const text = useText();
  const { say } = useAnnouncer();
  createEffect(on(choice, () => say(text.needs.view.shown(shown().length)), { defer: true }));
}
