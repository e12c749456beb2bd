import type * as Y from "yjs";

import { type Entries, entryIn, insertEntry, newText, setField, textAt } from "../entries.ts";
import type { EntryId } from "../ids.ts";
import { type Ordered, parseOrder } from "../order.ts";
import { run } from "../origin.ts";
import { entryViews, field, type Raw, stringOf } from "../views.ts";

/** Who meets a need: by their part in one's life, never by a name (PRACTICE 11). */
export const roles = ["me", "partner", "friend", "family", "professional", "unmet"] as const;
export type Role = (typeof roles)[number];

/**
 * The balance map of one's own sealed document: map `balance`, id → { order, need: Y.Text, and
 * each role: boolean }. It is private; a row is shared by itself, by a fresh insert.
 */
export const balanceIn = (doc: Y.Doc): Entries => doc.getMap("balance");

export interface BalanceRow extends Ordered {
  readonly need: string;
  readonly metBy: readonly Role[];
}

export function addRow(
  doc: Y.Doc,
  { id, need }: { readonly id: EntryId; readonly need?: string },
): void {
  run(doc, "balance/set", () => insertEntry(balanceIn(doc), id, { need: newText(need) }));
}

/** Unmet and met by somebody exclude one another. */
export function setMetBy(doc: Y.Doc, id: EntryId, role: Role, met: boolean): void {
  run(doc, "balance/set", () => {
    const entry = entryIn(balanceIn(doc), id);
    setField(entry, role, met);
    if (!met) return;
    const others = role === "unmet" ? roles.filter((other) => other !== "unmet") : ["unmet"];
    for (const other of others) if (entry?.get(other) === true) entry.set(other, false);
  });
}

export function removeRow(doc: Y.Doc, id: EntryId): void {
  run(doc, "balance/remove", () => balanceIn(doc).delete(id));
}

export const rowText = (doc: Y.Doc, id: EntryId): Y.Text | null =>
  textAt(entryIn(balanceIn(doc), id), "need");

function rowView(id: EntryId, raw: Raw): BalanceRow {
  return {
    id,
    get order() {
      return parseOrder(field(raw(), "order"));
    },
    get need() {
      return stringOf(field(raw(), "need"));
    },
    get metBy() {
      return roles.filter((role) => field(raw(), role) === true);
    },
  };
}

export const balanceRows = (raw: Raw): (() => readonly BalanceRow[]) => entryViews(raw, rowView);
