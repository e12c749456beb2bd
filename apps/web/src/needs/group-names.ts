import { needKinds, needStatuses } from "@concord/domain/needs/schema";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import type { Owners } from "../workspace/owners.ts";
import type { Group } from "./arrange.ts";
import type { Whose } from "./choice.ts";

export interface GroupNames {
  readonly nameOf: (group: Group) => string;
  /** Whose needs there can be here. */
  readonly whose: () => readonly Whose[];
}

/** What the groups of the list are called: by whose, by kind, by how they stand. */
export function createGroupNames(owners: Owners): GroupNames {
  const text = useText();
  const { space } = useSpace();
  const ofSeat = (seat: "1" | "2") => {
    const partner = space().partners.find((each) => String(each.seat) === seat);
    return partner ? text.needs.view.of(partner.name) : text.needs.view.left;
  };
  const nameOf = (group: Group): string => {
    if (group === "1" || group === "2") return ofSeat(group);
    if (group === "ours") return owners.nameOf("ours");
    if (group === "left") return text.needs.view.left;
    const kind = needKinds.find((each) => each === group);
    if (kind) return text.needs.view.kindsOf[kind];
    const status = needStatuses.find((each) => each === group);
    return status ? text.needs.statuses[status] : "";
  };
  const whose = () => {
    const seats = new Set(space().partners.map(({ seat }) => String(seat)));
    return [...(["1", "2"] as const).filter((seat) => seats.has(seat)), "ours" as const];
  };
  return { nameOf, whose };
}
