import type { CheckInAnswer } from "@concord/domain/check-ins/declared";
import type { Day } from "@concord/domain/dates";
import { readAgreements } from "@concord/domain/agreements/view";
import { freshCopy } from "@concord/domain/exports/fresh-copy";
import { rootNames } from "@concord/domain/exports/roots";
import type { EntryId, PersonId } from "@concord/domain/ids";
import { roleIn } from "@concord/domain/roles";
import { roomName, type RoomPath } from "@concord/domain/rooms";
import * as Y from "yjs";

import { type CheckInRecord, checkInsOf } from "../check-ins/store.ts";
import type { Services } from "../services.ts";
import { factsOf, type SpaceRecord } from "../spaces/store.ts";
import { type LedgerRow, ledgerOf } from "./ledger.ts";

/** A document as it is taken along: a copy that knows nothing of what was deleted. */
export interface GatheredDocument {
  readonly path: RoomPath;
  readonly doc: Y.Doc;
  readonly update: Uint8Array;
}

export interface OwnCheckIn {
  readonly id: EntryId;
  readonly day: Day;
  readonly answer: CheckInAnswer;
}

/** All of a space that one partner can read, at one moment. */
export interface Gathered {
  readonly space: SpaceRecord;
  readonly exporter: PersonId;
  readonly now: number;
  readonly documents: readonly GatheredDocument[];
  readonly ledger: readonly LedgerRow[];
  /** What the exporter answered in check-ins that they held while there was nobody else. */
  readonly alone: readonly OwnCheckIn[];
  /** Room paths, or `ledger`: what was beyond a bound, or could not be read. */
  readonly leftOut: readonly string[];
}

/**
 * Sizes in bytes. What is beyond one is left out and named; the rest comes along: nobody can keep
 * another from taking along what there is by writing too much (S5).
 */
export interface GatherLimits {
  /** Of one document's copy, and of all together. */
  readonly document: number;
  readonly documents: number;
  /** Of what the rooms hold, with all that was deleted: what has to be read for it. */
  readonly read: number;
  readonly rooms: number;
  /** Of what one person declared. */
  readonly declared: number;
}

export const defaultGatherLimits: GatherLimits = {
  document: 4_000_000,
  documents: 6_000_000,
  read: 128_000_000,
  rooms: 2000,
  declared: 4_000_000,
};

type Asked = Pick<Gathered, "space" | "exporter" | "now">;

type GatherFrom = Pick<Services, "db" | "rooms">;

/** Reads, and writes nothing: no event, no row, no presence tells of it (S17). */
export async function gather(
  services: GatherFrom,
  asked: Asked,
  limits: GatherLimits = defaultGatherLimits,
): Promise<Gathered> {
  const { space } = asked;
  const ledger = await ledgerOf(services.db, { ...asked, limit: limits.declared });
  const reading = makeReading(services, asked, limits);
  const own = space.partners.map(({ id }) => `own-goals/${id}` as const);
  for (const path of ["needs", "goals", ...own, "agreements", "asks", "check-ins"] as const)
    await reading.read(path);
  const revealed = (await checkInsOf(services.db, { space: space.id, me: asked.exporter }))
    .filter(({ isRevealed }) => isRevealed)
    .toReversed();
  for (const path of furtherRooms(reading.documents, revealed)) await reading.read(path);
  const { documents, leftOut } = reading;
  return {
    ...asked,
    documents,
    ledger: ledger.rows,
    alone: revealed.flatMap(heldAlone),
    leftOut: ledger.isWhole ? leftOut : [...leftOut, "ledger"],
  };
}

/** The agreements of the list, and the pages of the check-ins that were revealed. */
function furtherRooms(
  documents: readonly GatheredDocument[],
  checkIns: readonly CheckInRecord[],
): readonly RoomPath[] {
  const index = documents.find(({ path }) => path === "agreements");
  const agreements = index ? readAgreements(index.doc) : [];
  return [
    ...agreements.map(({ id }) => `agreement/${id}` as const),
    ...checkIns.map(({ id }) => `check-in/${id}` as const),
  ];
}

/** Of a check-in of two, the answers are in the ledger once both are in, and nowhere before. */
const heldAlone = ({ id, day, people, mine }: CheckInRecord): OwnCheckIn[] =>
  people === 1 && mine ? [{ id, day, answer: mine.answer }] : [];

function makeReading({ rooms }: GatherFrom, { space, exporter, now }: Asked, limits: GatherLimits) {
  const facts = factsOf(space, now);
  const documents: GatheredDocument[] = [];
  const leftOut: RoomPath[] = [];
  let bytes = 0;
  let bytesRead = 0;
  const read = async (path: RoomPath): Promise<void> => {
    const room = { space: space.id, path };
    if (roleIn(room, exporter, facts) === "none") return;
    const isFull = documents.length >= limits.rooms || bytesRead > limits.read;
    const whole = isFull ? null : await rooms.read(roomName(room));
    bytesRead += whole?.length ?? 0;
    const copy = whole && copyOf(whole);
    if (!copy || copy.update.length > Math.min(limits.document, limits.documents - bytes)) {
      leftOut.push(path);
      return;
    }
    if (rootNames(copy.doc).length === 0) return;
    bytes += copy.update.length;
    documents.push({ path, ...copy });
  };
  return { read, documents, leftOut };
}

/** Null where it cannot be read: what was forged may exhaust Yjs' stack. */
function copyOf(whole: Uint8Array): Omit<GatheredDocument, "path"> | null {
  const from = new Y.Doc();
  try {
    Y.applyUpdate(from, whole);
    const { doc } = freshCopy(from);
    return { doc, update: Y.encodeStateAsUpdate(doc) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  } finally {
    from.destroy();
  }
}
