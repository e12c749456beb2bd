import { Scales } from "@concord/domain/check-ins/schema";
import type { EntryId, PersonId } from "@concord/domain/ids";
import * as v from "valibot";

/** What somebody is preparing: as it stands in the form, whole or not. */
export const Draft = v.object({
  appreciation: v.string(),
  issue: v.string(),
  help: v.string(),
  lines: Scales,
});
export type Draft = v.InferOutput<typeof Draft>;

export const emptyDraft: Draft = {
  appreciation: "",
  issue: "",
  help: "",
  lines: { close: null, backed: null, rested: null, honest: null },
};

/**
 * What a device keeps of one person's check-ins, and sends nowhere: a draft for as long as the tab,
 * and which check-ins they have put away. Signing out clears all that bears this prefix.
 */
export interface OwnMemory {
  readonly draft: (id: EntryId) => Draft | null;
  readonly keepDraft: (id: EntryId, draft: Draft) => void;
  readonly forgetDraft: (id: EntryId) => void;
  readonly isPutAway: (id: EntryId) => boolean;
  readonly setPutAway: (id: EntryId, away: boolean) => void;
}

export function makeOwnMemory(person: PersonId, storage: Storage, passing: Storage): OwnMemory {
  const draftKey = (id: EntryId) => `concord/${person}/check-in-draft/${id}`;
  const awayKey = (id: EntryId) => `concord/${person}/check-in-away/${id}`;
  return {
    draft: (id) => parseDraft(passing.getItem(draftKey(id))),
    keepDraft: (id, draft) => keep(passing, draftKey(id), JSON.stringify(draft)),
    forgetDraft: (id) => passing.removeItem(draftKey(id)),
    isPutAway: (id) => storage.getItem(awayKey(id)) !== null,
    setPutAway: (id, away) =>
      away ? keep(storage, awayKey(id), "1") : storage.removeItem(awayKey(id)),
  };
}

function parseDraft(text: string | null): Draft | null {
  try {
    const parsed = v.safeParse(Draft, JSON.parse(text ?? "null"));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

function keep(storage: Storage, key: string, value: string): void {
  try {
    storage.setItem(key, value);
  } catch {
    // Full or forbidden: it lasts as long as the page then.
  }
}
