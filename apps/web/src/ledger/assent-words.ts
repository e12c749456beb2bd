import type { Assent } from "@concord/domain/ledger/assents";

import { useLanguage, useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { dayInFull } from "./day-in-full.ts";

/** Names as this person reads them, and days as the language writes them. */
export function createWords() {
  const text = useText();
  const { locale } = useLanguage();
  const { space } = useSpace();
  const nameOf = (author: string) =>
    author === space().you.id
      ? text.ledger.you
      : (space().partners.find(({ id }) => id === author)?.name ?? text.workspace.formerly);
  return {
    text: text.ledger,
    /** What is said of both's: of something agreed, or of something meant. */
    ours: ({ isMeant }: { readonly isMeant?: boolean }) =>
      isMeant ? text.ledger.oursMeant : text.ledger.ours,
    you: () => space().you.id,
    other: () => space().partners.find(({ id }) => id !== space().you.id)?.name ?? null,
    nameOf,
    day: (row: Pick<Assent, "day">) => dayInFull(row.day, locale),
    dayInFull: (day: string) => dayInFull(day, locale),
  };
}
