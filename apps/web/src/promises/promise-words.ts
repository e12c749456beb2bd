import type { PromiseView, Wording } from "@concord/domain/promises/view";

import { useLanguage, useText } from "../i18n/text.ts";
import { createWords } from "../ledger/assent-words.ts";
import { firstWords } from "../workspace/first-words.ts";

/** A day as one says it when one promises: "Friday 27 November"; with the year if it's another. */
function dueInWords(due: string, now: number, locale: string): string {
  const date = new Date(`${due}T12:00:00`);
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" as const }),
  }).format(date);
}

/** Promises in words: their sentence, their day, what each is called, and who said what. */
export function createPromiseWords() {
  const text = useText();
  const { locale } = useLanguage();
  const { you, other, nameOf } = createWords();
  const sentence = ({ cue, action }: Wording) => text.promises.sentence(cue, action);
  return {
    text: text.promises,
    you,
    other,
    nameOf,
    sentence,
    /** What it is called where it has to be named. */
    name: ({ action }: PromiseView) => text.promises.quoted(firstWords(action)),
    by: ({ due }: Wording) => text.promises.by(dueInWords(due, Date.now(), locale)),
  };
}
