import * as v from "valibot";
import type * as Y from "yjs";

import { type Day, parseDay } from "../dates.ts";
import { plainOf } from "../plain.ts";
import { field } from "../views.ts";

const everies = ["week", "two-weeks", "month"] as const;
/** How often something comes back. */
export type Every = (typeof everies)[number];

const EveryField = v.fallback(v.nullable(v.picklist(everies)), null);

/** When a couple looks at their week next, and how often from then on. */
export interface Cadence {
  readonly every: Every | null;
  readonly nextOn: Day | null;
}

/** The cadence in the document of room `check-ins`. */
export function readCadence(doc: Y.Doc): Cadence {
  const raw = plainOf(doc.getMap("details"));
  return {
    every: v.parse(EveryField, field(raw, "every")),
    nextOn: parseDay(field(raw, "nextOn")),
  };
}
