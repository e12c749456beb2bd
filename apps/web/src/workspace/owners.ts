import type { PersonId } from "@concord/domain/ids";
import type { Owner } from "@concord/domain/owners";
import type { Seat } from "@concord/domain/people";
import { createMemo } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import type { PillOption } from "../ui/pill-select.tsx";

export interface Owners {
  /** Whose something can be, for a choice. */
  readonly options: () => readonly PillOption<Owner>[];
  readonly nameOf: (owner: Owner) => string;
  /** Whose hue it has; null is both partners'. */
  readonly seatOf: (owner: Owner) => Seat | null;
  /** Whose something is that this person begins. */
  readonly own: () => Owner;
}

/** Says whose something is: by the partners' names, and by their hues. */
export function createOwners(): Owners {
  const text = useText();
  const { space } = useSpace();
  const partnerOf = (owner: Owner) => space().partners.find(({ id }) => id === owner);
  const nameOf = (owner: Owner) =>
    owner === "ours"
      ? text.workspace.both[space().you.role]
      : (partnerOf(owner)?.name ?? text.workspace.formerly);
  const options = createMemo(() => {
    const partners: readonly PersonId[] = space()
      .partners.toSorted((a, b) => a.seat - b.seat)
      .map(({ id }) => id);
    return [...partners, "ours" as const].map((value) => ({ value, short: nameOf(value) }));
  });
  return {
    options,
    nameOf,
    seatOf: (owner) => partnerOf(owner)?.seat ?? null,
    own: () => space().you.id,
  };
}
