import * as v from "valibot";
import type * as Y from "yjs";

import { isEntryId, isPersonId, type EntryId, type PersonId } from "../ids.ts";
import { plainOf } from "../plain.ts";
import { field } from "../views.ts";

const kinds = ["listen", "comfort", "ideas", "take-over", "space"] as const;

/** Something that one of the two asks for right now, and that is not done with. */
export interface OpenAsk {
  readonly id: EntryId;
  readonly owner: PersonId;
  /** Null is a kind that this version has no words for. */
  readonly kind: (typeof kinds)[number] | null;
  readonly answered: boolean;
}

const Kind = v.fallback(v.nullable(v.picklist(kinds)), null);

/** The open asks in the document of room `asks`. */
export function readOpenAsks(doc: Y.Doc): readonly OpenAsk[] {
  return Object.entries(plainOf(doc.getMap("asks"))).flatMap(([id, ask]) => {
    const owner = field(ask, "owner");
    if (!isEntryId(id) || !isPersonId(owner) || field(ask, "done") === true) return [];
    const answered = Boolean(field(ask, "answer"));
    return [{ id, owner, kind: v.parse(Kind, field(ask, "kind")), answered }];
  });
}
