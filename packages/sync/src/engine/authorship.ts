import type { UpdateMessage } from "../protocol/message.ts";
import { keepSections, noDeletes } from "../protocol/rewrite-update.ts";
import { type Section, type UpdateScan, scanUpdate } from "../protocol/scan-update.ts";
import { cutKnown } from "./cut-known.ts";
import type { DocumentState } from "./state.ts";

/** Whose each clientID is: its first user's, for the room's life (SPEC A1). */
export type Authors = ReadonlyMap<number, string>;

export type Judgement =
  /** It brings another person's clientID something new. */
  | { readonly kind: "foreign" }
  /** Nothing in it is new. */
  | { readonly kind: "known" }
  /** What of it is new, and which clientIDs it is the first to use. */
  | {
      readonly kind: "new";
      readonly update: Uint8Array;
      readonly scan: UpdateScan;
      readonly binds: readonly number[];
    };

const known: Judgement = { kind: "known" };

/**
 * Reduces an update to what its author may bring and what the room lacks (SPEC A2–A5). Known
 * structs are left out even from their owner: a second version of them could win a merge.
 */
export function judge(
  message: UpdateMessage,
  author: string,
  authors: Authors,
  state: DocumentState,
): Judgement {
  const { scan, update } = message;
  const kept: Section[] = [];
  let overlap = false;
  for (const section of scan.sections) {
    if (isKnown(section, state)) continue;
    const owner = authors.get(section.client);
    if (owner === undefined || owner === author) {
      kept.push(section);
      overlap ||= overlaps(section, state);
    } else if (message.kind === "update") {
      return { kind: "foreign" };
    }
  }
  const deletes = scan.deletes.some(
    ({ client, clock, end }) => !state.deleted.covers(client, clock, end),
  );
  if (kept.length === 0 && !deletes) return known;
  const binds = kept.map(({ client }) => client).filter((client) => !authors.has(client));
  const whole = kept.length === scan.sections.length && !overlap;
  if (whole) return { kind: "new", update, scan, binds };
  const reduced = keepSections(update, scan, kept, deletes);
  const deleteSet = deletes ? update.subarray(scan.deletesStart) : noDeletes;
  const rest = overlap ? cutKnown(reduced, deleteSet, state.structs) : reduced;
  const rescan = scanUpdate(rest);
  if (rescan.kind === "refused") throw new Error(`a reduced update is broken: ${rescan.why}`);
  return { kind: "new", update: rest, scan: rescan, binds };
}

/** Whether some of a section's clocks are known, with or without a gap before them. */
function overlaps(section: Section, state: DocumentState): boolean {
  return section.ranges.some(({ clock, end }) => {
    const [first, ...more] = state.structs.missing(section.client, clock, end);
    return more.length > 0 || first?.clock !== clock || first.end !== end;
  });
}

function isKnown(section: Section, state: DocumentState): boolean {
  return section.ranges.every(({ clock, end }) => state.structs.covers(section.client, clock, end));
}
