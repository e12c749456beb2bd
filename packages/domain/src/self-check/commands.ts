import type * as Y from "yjs";

import { parseDay, type Day } from "../dates.ts";
import { insertEntry, type Entries } from "../entries.ts";
import type { EntryId } from "../ids.ts";
import { run } from "../origin.ts";
import { parseOrder, type Ordered } from "../order.ts";
import { plainOf } from "../plain.ts";
import { entryViews, field, type Raw } from "../views.ts";
import { type Section, sections } from "./items.ts";
import type { Band, Result } from "./result.ts";

/** One's own past pictures, in one's own sealed document, where one wants them kept. */
export const picturesIn = (doc: Y.Doc): Entries => doc.getMap("self-check");

/** What is kept of a picture: the bands and the day. No answer, and nothing about safety. */
export interface PastView extends Ordered {
  readonly on: Day | null;
  readonly bands: Readonly<Record<Section, Band | null>>;
}

/** Keeps a picture; one that shows help instead is never kept. */
export function keepPicture(
  doc: Y.Doc,
  { id, on, result }: { readonly id: EntryId; readonly on: Day; readonly result: Result },
): void {
  if (result.kind === "help") return;
  run(doc, "self-check/keep", () => {
    insertEntry(picturesIn(doc), id, { on, ...result.bands });
  });
}

/** Forgets all of them. */
export function forgetPictures(doc: Y.Doc): void {
  run(doc, "self-check/forget", () => picturesIn(doc).clear());
}

const isBand = (raw: unknown): raw is Band =>
  raw === "attention" || raw === "growing" || raw === "steady";

function pastView(id: EntryId, raw: Raw): PastView {
  return {
    id,
    get order() {
      return parseOrder(field(raw(), "order"));
    },
    get on() {
      return parseDay(field(raw(), "on"));
    },
    get bands() {
      const bandOf = (section: Section) => {
        const band = field(raw(), section);
        return isBand(band) ? band : null;
      };
      return Object.fromEntries(sections.map((section) => [section, bandOf(section)])) as Record<
        Section,
        Band | null
      >;
    },
  };
}

export const pastViews = (raw: Raw): (() => readonly PastView[]) => entryViews(raw, pastView);

export function readPictures(doc: Y.Doc): readonly PastView[] {
  const raw = plainOf(picturesIn(doc));
  return pastViews(() => raw)();
}
