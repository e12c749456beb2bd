import { ownDates, type PlannedDate, sharedDates } from "@concord/domain/calendar/dates";
import type { CheckIn } from "@concord/domain/check-ins/schema";
import type { RoomPath } from "@concord/domain/rooms";
import { type OpenAsk, openAsks } from "@concord/domain/today/asks";
import type { Awaited } from "@concord/domain/today/awaiting";
import { isAwaited } from "@concord/domain/today/still-awaited";
import { type Accessor, createMemo, mapArray, untrack } from "solid-js";
import type * as Y from "yjs";

import { useLedger } from "../ledger/ledger-context.ts";
import { useSpace } from "../spaces/space-context.ts";
import { createDocument } from "../workspace/create-document.ts";
import { createOpenCheckIns } from "./open-check-ins.ts";
import { createReading, isSettled } from "./reading.ts";

/** What the first page knows from documents. Nobody is shown as being there on account of it (S8). */
export interface TodayDocuments {
  readonly asks: Accessor<readonly OpenAsk[]>;
  readonly checkIns: Accessor<readonly CheckIn[]>;
  readonly dates: Accessor<readonly PlannedDate[]>;
  /** Whether something awaits my word by its document; null while that is not known. */
  readonly isAwaited: (awaited: Awaited) => boolean | null;
  /** Whether all that is to be known is. */
  readonly settled: Accessor<boolean>;
}

const none = { goals: null, agreements: null, checkIns: null };

/** More agreements than this are not gone through at once. */
const mostRooms = 20;

export function openTodayDocuments(awaited: Accessor<readonly Awaited[]>): TodayDocuments {
  const { space } = useSpace();
  const me = untrack(() => space().you.id);
  const dates = [
    glance(`own-goals/${me}`, (doc) => ownDates(me, doc)),
    glance("goals", (goals) => sharedDates(me, { ...none, goals })),
    glance("agreements", (agreements) => sharedDates(me, { ...none, agreements })),
    glance("check-ins", (checkIns) => sharedDates(me, { ...none, checkIns })),
  ];
  const asks = glance("asks", openAsks);
  const checked = createChecks(awaited);
  const checkIns = createOpenCheckIns();
  return {
    checkIns: checkIns.open,
    asks: () => asks.value() ?? [],
    dates: createMemo(() => dates.flatMap(({ value }) => value() ?? [])),
    isAwaited: checked.isAwaited,
    settled: createMemo(
      () => [asks, checked, ...dates].every(({ settled }) => settled()) && checkIns.known(),
    ),
  };
}

/** What a document of the space says, without being there. */
function glance<Value>(path: RoomPath, read: (doc: Y.Doc) => Value) {
  const document = createDocument(() => path, "glance");
  return { value: createReading(document, read), settled: () => isSettled(document()) };
}

/** Looks up in its document whether what the ledger names still is what it says. */
function createChecks(awaited: Accessor<readonly Awaited[]>) {
  const { space } = useSpace();
  const { view } = useLedger();
  const rooms = createMemo(() =>
    [...new Set(awaited().map(({ room }) => room))].slice(0, mostRooms),
  );
  const checks = createMemo(
    mapArray(rooms, (room) => {
      const { value, settled } = glance(room, (doc) =>
        awaited().filter(
          (each) => each.room === room && isAwaited(each, doc, view(), space().you.id),
        ),
      );
      return { room, value, settled };
    }),
  );
  return {
    settled: () => checks().every(({ settled }) => settled()),
    isAwaited: ({ room, subject }: Awaited) => {
      const check = checks().find((each) => each.room === room);
      if (!check?.settled()) return null;
      return (check.value() ?? []).some((each) => each.subject === subject);
    },
  };
}
