import { ownDates, type PlannedDate, sharedDates } from "@concord/domain/calendar/dates";
import { readCalendarWords } from "@concord/domain/calendar/word";
import { calendarSubject } from "@concord/domain/ledger/subjects";
import { type LedgerView, viewLedger } from "@concord/domain/ledger/view";
import { roomName, type RoomPath } from "@concord/domain/rooms";
import * as Y from "yjs";

import { subjectOfWithdrawal } from "../ledger/check.ts";
import { declarationsAbout } from "../ledger/store.ts";
import type { Services } from "../services.ts";
import type { SpaceRecord } from "../spaces/store.ts";
import type { Database } from "../store/database.ts";
import type { Feed } from "./store.ts";

/**
 * The dates that a feed has now: of its person's own steps; and of what belongs to both only while
 * both have said so (S6).
 */
export async function datesOf(
  { db, rooms }: Pick<Services, "db" | "rooms">,
  { space, person }: Feed,
): Promise<readonly PlannedDate[]> {
  const read = async (path: RoomPath): Promise<Y.Doc> => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await rooms.read(roomName({ space: space.id, path })));
    return doc;
  };
  const own = ownDates(person, await read(`own-goals/${person}`));
  const partners = space.partners.map(({ id }) => id);
  const { both } = readCalendarWords(await calendarLedger(db, space), { me: person, partners });
  if (!both) return own;
  const shared = sharedDates(person, {
    goals: await read("goals"),
    agreements: await read("agreements"),
    checkIns: await read("check-ins"),
  });
  return [...own, ...shared];
}

/** As much of the ledger as is about calendars: of each person the latest word, and whether it stands. */
async function calendarLedger(db: Database, space: SpaceRecord): Promise<LedgerView> {
  const about = (subject: string) => declarationsAbout(db, { space: space.id, subject });
  const said = (await about(calendarSubject)).filter(({ kind }) => kind === "calendar");
  const latest = new Map(said.map((row) => [row.author, row]));
  const withdrawals = await Promise.all(
    [...latest.values()].map(({ id }) => about(subjectOfWithdrawal(id))),
  );
  return viewLedger([...latest.values(), ...withdrawals.flat()]);
}
