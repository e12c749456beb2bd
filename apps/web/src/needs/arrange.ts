import { needKinds, needStatuses } from "@concord/domain/needs/schema";
import type { NeedView } from "@concord/domain/needs/view";
import type { Owner } from "@concord/domain/owners";

import type { Choice, Grouping, Whose } from "./choice.ts";

/** Whose a need is; `left` is somebody's who is no partner here any more. */
export type WhoseOf = (owner: Owner) => Whose | "left";

const groupsOf = {
  whose: ["1", "2", "ours", "left"],
  kind: needKinds,
  status: needStatuses,
} as const satisfies Record<Grouping, readonly string[]>;

/** The group that a need stands in: by whose it is, by its kind or by how it stands. */
export type Group = (typeof groupsOf)[Grouping][number];

/** Whether a need is among what was chosen. Reads no field that nothing was chosen of. */
export const matches = (need: NeedView, choice: Choice, whoseOf: WhoseOf): boolean =>
  (choice.whose === "all" || whoseOf(need.owner) === choice.whose) &&
  (choice.kind === "all" || need.kind === choice.kind) &&
  (choice.status === "all" || need.status === choice.status);

const groupOf = (need: NeedView, by: Grouping, whoseOf: WhoseOf): Group =>
  by === "whose" ? whoseOf(need.owner) : need[by];

/** The needs group by group, and within each in the order that the list has. */
export function arrange(
  needs: readonly NeedView[],
  { by }: Pick<Choice, "by">,
  whoseOf: WhoseOf,
): readonly NeedView[] {
  if (by === "none") return needs;
  const groups: readonly Group[] = groupsOf[by];
  return groups.flatMap((group) => needs.filter((need) => groupOf(need, by, whoseOf) === group));
}

/** The groups' beginnings: the first need of each, by its id. Over needs that are arranged. */
export function groupStarts(
  needs: readonly NeedView[],
  { by }: Pick<Choice, "by">,
  whoseOf: WhoseOf,
): ReadonlyMap<string, Group> {
  const starts = new Map<string, Group>();
  if (by === "none") return starts;
  let before: Group | null = null;
  for (const need of needs) {
    const group = groupOf(need, by, whoseOf);
    if (group !== before) starts.set(need.id, group);
    before = group;
  }
  return starts;
}
