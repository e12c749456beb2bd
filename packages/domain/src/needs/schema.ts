import * as v from "valibot";
import type * as Y from "yjs";

import type { Entries } from "../entries.ts";

export const needKinds = ["need", "desire", "concern", "boundary"] as const;
export type NeedKind = (typeof needKinds)[number];

/** `partly` and `not-now` came later: who does not know them reads `open`. */
export const needStatuses = ["open", "partly", "met", "not-now"] as const;
export type NeedStatus = (typeof needStatuses)[number];

/** The texts of a need that two people edit at once. */
export type NeedText = "text" | "help";

const Kind = v.fallback(v.picklist(needKinds), "need");
const Status = v.fallback(v.picklist(needStatuses), "open");

export const parseNeedKind = (raw: unknown): NeedKind => v.parse(Kind, raw);
export const parseNeedStatus = (raw: unknown): NeedStatus => v.parse(Status, raw);

/** The needs of the document of room `needs`. */
export const needsIn = (doc: Y.Doc): Entries => doc.getMap("needs");
