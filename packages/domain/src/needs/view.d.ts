import type * as Y from "yjs";
import { type Ordered } from "../order.ts";
import { type Owner } from "../owners.ts";
import { type Raw } from "../views.ts";
import { type NeedKind, type NeedStatus } from "./schema.ts";
export interface NeedView extends Ordered {
  readonly owner: Owner;
  readonly kind: NeedKind;
  readonly status: NeedStatus;
  readonly text: string;
  readonly help: string;
}
/** The needs over a store's raw values; `readNeeds` is the same over a document as it stands. */
export declare const needViews: (raw: Raw) => () => readonly NeedView[];
export declare function readNeeds(doc: Y.Doc): readonly NeedView[];
