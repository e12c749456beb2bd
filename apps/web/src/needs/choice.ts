import {
  type NeedKind,
  needKinds,
  type NeedStatus,
  needStatuses,
} from "@concord/domain/needs/schema";
import * as v from "valibot";

/** Whose, as an address can say it without naming anybody: a partner's seat, or both's. */
const whose = ["1", "2", "ours"] as const;
export type Whose = (typeof whose)[number];

export const groupings = ["whose", "kind", "status"] as const;
export type Grouping = (typeof groupings)[number];

/**
 * What of the list somebody looks at, and in which order. It is their own: it stands in their
 * address and nowhere else, so that nothing of it reaches the other.
 */
export interface Choice {
  readonly whose: Whose | "all";
  readonly kind: NeedKind | "all";
  readonly status: NeedStatus | "all";
  readonly by: Grouping | "none";
}

export const everything: Choice = { whose: "all", kind: "all", status: "all", by: "none" };

const all = "all" as const;
const Query = v.object({
  whose: v.fallback(v.picklist([all, ...whose]), all),
  kind: v.fallback(v.picklist([all, ...needKinds]), all),
  status: v.fallback(v.picklist([all, ...needStatuses]), all),
  by: v.fallback(v.picklist(["none", ...groupings]), "none"),
});

/** Reads an address: what it doesn't say, or says in a way that nobody knows, is everything. */
export const parseChoice = (query: {
  readonly whose?: unknown;
  readonly kind?: unknown;
  readonly status?: unknown;
  readonly by?: unknown;
}): Choice => v.parse(Query, { ...everything, ...query });

type QueryOf<Field extends keyof Choice> = { [Name in Field]: string | null };

/** What the address says of it: nothing about what is as it was. */
export const queryOf = ({ whose, kind, status, by }: Choice): QueryOf<keyof Choice> => ({
  whose: whose === "all" ? null : whose,
  kind: kind === "all" ? null : kind,
  status: status === "all" ? null : status,
  by: by === "none" ? null : by,
});

export const isFiltered = ({ whose, kind, status }: Choice): boolean =>
  whose !== "all" || kind !== "all" || status !== "all";

/** Whether the list is shown whole and in the order that both gave it. */
export const isOwnOrder = (choice: Choice): boolean => !isFiltered(choice) && choice.by === "none";

export const isSameChoice = (a: Choice, b: Choice): boolean =>
  a.whose === b.whose && a.kind === b.kind && a.status === b.status && a.by === b.by;

/** The same choice without what would hide a need like this. */
export function choiceThatShows(
  choice: Choice,
  need: { readonly whose: Whose | "left"; readonly kind: NeedKind; readonly status: NeedStatus },
): Choice {
  return {
    ...choice,
    whose: choice.whose === need.whose ? choice.whose : "all",
    kind: choice.kind === need.kind ? choice.kind : "all",
    status: choice.status === need.status ? choice.status : "all",
  };
}
