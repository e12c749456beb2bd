import type { NearDate } from "@concord/domain/today/near";
import { nearDates } from "@concord/domain/today/near";
import type { CheckIn } from "@concord/domain/check-ins/schema";
import type { PromiseView } from "@concord/domain/promises/view";
import type { OpenAsk } from "@concord/domain/today/asks";
import { type Awaited, awaitingMyWord, isSurelyOurs } from "@concord/domain/today/awaiting";
import { duePromises } from "@concord/domain/today/due";
import { type Day, parseDay } from "@concord/domain/dates";
import {
  type Accessor,
  createMemo,
  createSignal,
  getOwner,
  onCleanup,
  onMount,
  runWithOwner,
} from "solid-js";

import { useLedger } from "../ledger/ledger-context.ts";
import { useSpace } from "../spaces/space-context.ts";
import { dayOf } from "../workspace/coarse-day.ts";
import type { TodayDocuments } from "./today-documents.ts";

/** What is live or near, as far as it is known; it grows as the ledger and the documents arrive. */
export interface Today {
  readonly asks: Accessor<readonly OpenAsk[]>;
  readonly checkIns: Accessor<readonly CheckIn[]>;
  readonly awaiting: Accessor<readonly Awaited[]>;
  readonly promises: Accessor<readonly PromiseView[]>;
  readonly dates: Accessor<readonly NearDate[]>;
  /** Whether all of it is known. */
  readonly settled: Accessor<boolean>;
  /** Whether it is, and there is nothing. */
  readonly isQuiet: Accessor<boolean>;
}

export function createToday(): Today {
  const { space } = useSpace();
  const { view, known } = useLedger();
  const today = createDay();
  const me = () => space().you.id;
  const awaited = createMemo(() =>
    awaitingMyWord(view(), { me: me(), partners: space().partners.map(({ id }) => id) }),
  );
  const documents = createDocumentsLater(awaited);
  const awaiting = createMemo(() =>
    // What surely is for both is shown before its document is here.
    awaited().filter((each) => documents()?.isAwaited(each) ?? isSurelyOurs(each)),
  );
  const promises = createMemo(() => duePromises(view(), me(), today()));
  const dates = createMemo(() => nearDates(documents()?.dates() ?? [], today()));
  const asks = () => documents()?.asks() ?? [];
  const checkIns = () => documents()?.checkIns() ?? [];
  const settled = createMemo(() => known() && documents()?.settled() === true);
  const lists = [asks, awaiting, promises, checkIns, dates];
  return {
    asks,
    awaiting,
    promises,
    checkIns,
    dates,
    settled,
    isQuiet: () => settled() && lists.every((list) => list().length === 0),
  };
}

/** The documents' part, which brings what documents need with it: the page does not wait for it. */
function createDocumentsLater(
  awaited: Accessor<readonly Awaited[]>,
): Accessor<TodayDocuments | null> {
  const [documents, setDocuments] = createSignal<TodayDocuments | null>(null);
  const owner = getOwner();
  let gone = false;
  onCleanup(() => (gone = true));
  const open = async () => {
    // Where it cannot be had (offline, and not kept), the page stays as far as it is.
    const part = await import("./today-documents.ts").catch(() => null);
    if (part && !gone) runWithOwner(owner, () => setDocuments(part.openTodayDocuments(awaited)));
  };
  onMount(() => void open());
  return documents;
}

/** How often (ms) a page that stays open looks whether another day has begun. */
const lookAgain = 60_000;

/** Today in the reader's own calendar. */
function createDay(): Accessor<Day> {
  const now = (before?: Day) => parseDay(dayOf(Date.now())) ?? before;
  const first = now();
  if (!first) throw new Error("This device has no calendar.");
  const [day, setDay] = createSignal(first);
  const timer = setInterval(() => setDay((before) => now(before) ?? before), lookAgain);
  onCleanup(() => clearInterval(timer));
  return day;
}
