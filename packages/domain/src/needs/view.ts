import type * as Y from "yjs";

import type { EntryId } from "../ids.ts";
import { type Ordered, parseOrder } from "../order.ts";
import { type Owner, parseOwner } from "../owners.ts";
import { plainOf } from "../plain.ts";
import { entryViews, field, type Raw, stringOf } from "../views.ts";
import {
  type NeedKind,
  needsIn,
  type NeedStatus,
  parseNeedKind,
  parseNeedStatus,
} from "./schema.ts";

export interface NeedView extends Ordered {
  readonly owner: Owner;
  readonly kind: NeedKind;
  readonly status: NeedStatus;
  readonly text: string;
  readonly help: string;
}

function needView(id: EntryId, raw: Raw): NeedView {
  return {
    id,
    get order() {
      return parseOrder(field(raw(), "order"));
    },
    get owner() {
      return parseOwner(field(raw(), "owner"));
    },
    get kind() {
      return parseNeedKind(field(raw(), "kind"));
    },
    get status() {
      return parseNeedStatus(field(raw(), "status"));
    },
    get text() {
      return stringOf(field(raw(), "text"));
    },
    get help() {
      return stringOf(field(raw(), "help"));
    },
  };
}

/** The needs over a store's raw values; `readNeeds` is the same over a document as it stands. */
export const needViews = (raw: Raw): (() => readonly NeedView[]) => entryViews(raw, needView);

export function readNeeds(doc: Y.Doc): readonly NeedView[] {
  const raw = plainOf(needsIn(doc));
  return needViews(() => raw)();
}
