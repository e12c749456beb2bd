import { detailsIn } from "@concord/domain/agreements/schema";
import { reviewOnOf } from "@concord/domain/agreements/view";
import type { PersonId } from "@concord/domain/ids";
import { type Canonical, canonicalOf, hashOf } from "@concord/domain/ledger/canonical";
import type { AssentBody, Declare } from "@concord/domain/ledger/schema";
import {
  calendarSubject,
  type EntrySubject,
  entryOfSubject,
  promiseOfSubject,
  type Subject,
} from "@concord/domain/ledger/subjects";
import { plainOf } from "@concord/domain/plain";
import { refusalOfAppreciation, refusalOfPromise } from "@concord/domain/promises/rules";
import { roomName } from "@concord/domain/rooms";
import type { Rooms } from "@concord/sync/engine/rooms";
import * as Y from "yjs";

import { Refusal } from "../http/problem.ts";
import { checkDue } from "../promises/check.ts";
import type { SpaceRecord } from "../spaces/store.ts";
import type { Database } from "../store/database.ts";
import { declarationsAbout } from "./store.ts";

/** Who declares what, where: everything that decides whether they may. */
export interface Declaring {
  readonly rooms: Rooms;
  readonly space: SpaceRecord;
  readonly author: PersonId;
  readonly declare: Declare;
  /** In ms since the epoch. */
  readonly now: number;
}

type DeclareOf<Kind extends Declare["kind"]> = Extract<Declare, { kind: Kind }>;

/**
 * Checks a declaration against the documents as they stand, and returns the body that is kept.
 * Refuses with `no-such-entry`, `not-yours`, `nothing-to-agree`, `text-changed` or
 * `until-out-of-range`. What depends on earlier declarations is checked by `checkAgainstLedger`,
 * in the transaction that adds it.
 */
export async function bodyToKeep(declaring: Declaring): Promise<unknown> {
  const { declare } = declaring;
  if (declare.kind === "assent") return await assentBody(declaring, declare);
  if (declare.kind === "backing") await checkBacking(declaring, declare.subject);
  else if (!isKnownSubject(declare)) throw new Refusal("no-such-entry");
  if (declare.kind === "promise") checkDue(declare.body, declaring.now);
  return declare.body;
}

/** Whether a declaration that is about no document's entry is about what its kind is for. */
const isKnownSubject = ({ kind, subject }: Declare): boolean =>
  kind === "calendar" ? subject === calendarSubject : promiseOfSubject(subject) !== null;

/** An entry of a document as the server has it now, with all that it has accepted by now. */
async function readEntry(
  { rooms, space }: Declaring,
  subject: Subject,
): Promise<{ readonly entry: EntrySubject; readonly canonical: Canonical; readonly doc: Y.Doc }> {
  const entry = entryOfSubject(subject);
  if (!entry) throw new Refusal("no-such-entry");
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await rooms.read(roomName({ space: space.id, path: entry.room })));
  const canonical = canonicalOf(entry, doc);
  if (!canonical) throw new Refusal("no-such-entry");
  return { entry, canonical, doc };
}

/**
 * The exact words that somebody agrees to, from the server's own copy. They are kept with the
 * assent: whatever is written later, what was agreed stays what it was.
 */
async function assentBody(
  declaring: Declaring,
  { subject, body }: DeclareOf<"assent">,
): Promise<AssentBody> {
  const { canonical, doc } = await readEntry(declaring, subject);
  const { text, owner } = canonical;
  if (owner !== "ours" && owner !== declaring.author) throw new Refusal("not-yours");
  if (text === "") throw new Refusal("nothing-to-agree");
  const hash = hashOf(text);
  const isAnothers = body.owner !== undefined && body.owner !== owner;
  if (hash !== body.hash || isAnothers)
    throw new Refusal("text-changed", undefined, { current: text });
  return { text, hash, reviewOn: reviewOnOf(plainOf(detailsIn(doc))), owner };
}

/** A need is backed by the one who doesn't have it; what both need, by either. */
async function checkBacking(declaring: Declaring, subject: Subject): Promise<void> {
  const { entry, canonical } = await readEntry(declaring, subject);
  if (entry.room !== "needs") throw new Refusal("no-such-entry");
  if (canonical.owner === declaring.author) throw new Refusal("not-yours");
}

/**
 * What earlier declarations allow; to be called in the transaction that adds the new one. A
 * promise is its maker's alone, and ended once; it is appreciated by the other.
 */
export async function checkAgainstLedger(
  trx: Database,
  { space, author, declare }: Declaring,
): Promise<void> {
  const { kind, subject } = declare;
  if (kind !== "promise" && kind !== "appreciation") return;
  const earlier = await declarationsAbout(trx, { space: space.id, subject });
  const promises = earlier.filter((row) => row.kind === "promise");
  const withdrawn = await withdrawnIds(trx, space, promises);
  const promise = promises.map(({ id, author, body }) => ({
    author,
    body,
    takenBack: withdrawn.has(id),
  }));
  const refusal =
    kind === "promise"
      ? refusalOfPromise({ author, body: declare.body }, promise)
      : refusalOfAppreciation(author, promise);
  if (refusal) throw new Refusal(refusal);
}

/** Which of these rows were taken back. */
export async function withdrawnIds(
  db: Database,
  space: Pick<SpaceRecord, "id">,
  rows: readonly { readonly id: string }[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const { id } of rows) {
    const about = { space: space.id, subject: subjectOfWithdrawal(id) };
    if ((await declarationsAbout(db, about)).length > 0) found.add(id);
  }
  return found;
}

/** A withdrawal is about the row that it takes back. */
export const subjectOfWithdrawal = (id: string): string => `declaration/${id}`;
