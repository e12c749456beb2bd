import type { Grant } from "@concord/domain/observers/schema";
import type { Space } from "@concord/domain/spaces/schema";

/** Who has said yes to a grant and who is still asked, as the partner reading it sees it. */
export function standingOf(
  grant: Grant,
  space: Space,
): {
  readonly agreed: readonly string[];
  /** The other partner's name, if they are still asked. */
  readonly waitingFor: readonly string[];
  readonly waitingForYou: boolean;
} {
  const missing = space.partners.filter((partner) => !grant.consents.includes(partner.id));
  return {
    agreed: space.partners
      .filter((partner) => grant.consents.includes(partner.id))
      .map((partner) => partner.name),
    waitingFor: missing.filter(({ id }) => id !== space.you.id).map(({ name }) => name),
    waitingForYou: missing.some(({ id }) => id === space.you.id),
  };
}
