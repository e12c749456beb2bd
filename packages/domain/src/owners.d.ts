import { type PersonId } from "./ids.ts";
/** Whose a need or a goal is: one partner's, or both partners'. */
export type Owner = PersonId | "ours";
/** What cannot be understood is shown as belonging to both: nobody is given another's words. */
export declare const parseOwner: (raw: unknown) => Owner;
