import type * as Y from "yjs";
import type { Entries } from "../entries.ts";
export declare const needKinds: readonly ["need", "desire", "concern", "boundary"];
export type NeedKind = (typeof needKinds)[number];
export declare const needStatuses: readonly ["open", "met"];
export type NeedStatus = (typeof needStatuses)[number];
/** The texts of a need that two people edit at once. */
export type NeedText = "text" | "help";
export declare const parseNeedKind: (raw: unknown) => NeedKind;
export declare const parseNeedStatus: (raw: unknown) => NeedStatus;
/** The needs of the document of room `needs`. */
export declare const needsIn: (doc: Y.Doc) => Entries;
