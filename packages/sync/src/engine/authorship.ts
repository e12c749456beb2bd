import type { UpdateMessage } from "../protocol/message.ts";
import { encodeDeletes, keepSections, noDeletes } from "../protocol/rewrite-update.ts";
import {
  type DeletedRange,
  type Section,
  type UpdateScan,
  scanUpdate,
} from "../protocol/scan-update.ts";
import { cutKnown } from "./cut-known.ts";
import { splitDeletes } from "./early-deletes.ts";
import type { Ownership } from "./ownership.ts";
import type { DocumentState } from "./state.ts";

/** What of an update it was not its author's to bring: others' words, and what would delete them. */
export interface Omitted {
  readonly sections: readonly Section[];
  readonly deletes: readonly DeletedRange[];
}

const noSections: readonly Section[] = [];
const noRanges: readonly DeletedRange[] = [];
const noClients: readonly number[] = [];
const nothing: Omitted = { sections: noSections, deletes: noRanges };

export type Judgement =
  /** It brings another person's clientID something new. */
  | { readonly kind: "foreign" }
  /** Nothing in it is new that its author may bring. */
  | { readonly kind: "known"; readonly omitted: Omitted }
  /** What of it is new, and which clientIDs it is the first to use. */
  | {
      readonly kind: "new";
      readonly update: Uint8Array;
      readonly scan: UpdateScan;
      readonly binds: readonly number[];
      /** Left out (SPEC A5, A9). */
      readonly omitted: Omitted;
    };

/**
 * Reduces an update to what its author may bring and what the room lacks (SPEC A2–A5). Known
 * structs are left out even from their owner: a second version of them could win a merge.
 */
export function judge(
  message: UpdateMessage,
  author: string,
  ownership: Ownership,
  state: DocumentState,
): Judgement {
  const { scan, update } = message;
  const kept: Section[] = [];
  const foreign: Section[] = [];
  let overlap = false;
  for (const section of scan.sections) {
    if (isKnown(section, state)) continue;
    if (ownership.isFree(section.client, author)) {
      kept.push(section);
      overlap ||= overlaps(section, state);
    } else if (message.kind === "update") {
      return { kind: "foreign" };
    } else {
      foreign.push(section);
    }
  }
  const { allowed, early } =
    scan.deletes.length === 0
      ? { allowed: noRanges, early: noRanges }
      : splitDeletes(scan.deletes, author, ownership, state);
  const omitted =
    foreign.length + early.length === 0 ? nothing : { sections: foreign, deletes: early };
  const deletes = allowed.filter(
    ({ client, clock, end }) => !state.deleted.covers(client, clock, end),
  );
  if (kept.length === 0 && deletes.length === 0) return { kind: "known", omitted };
  const binds = kept.every(({ client }) => ownership.isBound(client))
    ? noClients
    : kept.map(({ client }) => client).filter((client) => !ownership.isBound(client));
  const isWhole =
    kept.length === scan.sections.length &&
    !overlap &&
    early.length === 0 &&
    deletes.length === scan.deletes.length;
  if (isWhole) return { kind: "new", update, scan, binds, omitted };
  const deleteSet = deletes.length > 0 ? encodeDeletes(deletes) : noDeletes;
  const reduced = keepSections(update, kept, deleteSet);
  const rest = overlap ? cutKnown(reduced, deleteSet, state.structs) : reduced;
  const rescan = scanUpdate(rest);
  if (rescan.kind === "refused") throw new Error(`a reduced update is broken: ${rescan.why}`);
  return { kind: "new", update: rest, scan: rescan, binds, omitted };
}

/** Whether some of a section's clocks are known, with or without a gap before them. */
function overlaps(section: Section, state: DocumentState): boolean {
  return section.ranges.some(({ clock, end }) => {
    const [first, ...more] = state.structs.missing(section.client, clock, end);
    return more.length > 0 || first?.clock !== clock || first.end !== end;
  });
}

export function isKnown(section: Section, state: DocumentState): boolean {
  return section.ranges.every(({ clock, end }) => state.structs.covers(section.client, clock, end));
}
