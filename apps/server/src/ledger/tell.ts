import type { ChangeBus } from "../events/bus.ts";
import type { SpaceRecord } from "../spaces/store.ts";

/** Has both partners' open pages ask for what is new in the ledger. */
export function tellPartners(bus: ChangeBus, space: SpaceRecord): void {
  bus.publish(
    space.id,
    space.partners.map(({ id }) => id),
    "declared",
  );
}
