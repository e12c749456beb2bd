import type { CalendarWords } from "@concord/domain/calendar/word";

import type { Dictionary } from "../i18n/text.ts";

/** What is to be said of who has said so; `other` is null while there is nobody else. */
export function standingInWords(
  { mine, theirs, both }: CalendarWords,
  other: string | null,
  words: Dictionary["calendar"]["holds"],
): string {
  if (other === null) return words.alone;
  if (both) return words.both;
  if (mine) return words.mine(other);
  return theirs ? words.theirs(other) : words.nobody;
}
