import { type Subject, entryOfSubject, isAbout } from "@concord/domain/ledger/subjects";
import { PromiseBody } from "@concord/domain/promises/declared";
import * as v from "valibot";

/** The clause, goal or check-in that a promise comes from, with the words that it had then. */
export type Origin = NonNullable<PromiseBody["from"]>;

/** Enough of a clause to know it by, in characters. */
const mostWords = 120;
/** What a clause's text has at the beginning of a heading's or a list's line. */
const mark = /^(#{1,6}|-|\d+\.)\s+/;

const Begun = v.object({ promiseFrom: v.nonNullable(PromiseBody.entries.from) });

/** What somebody came to the page of promises to begin from, out of the router's state. */
export function beginningIn(state: unknown): Origin | null {
  const begun = v.safeParse(Begun, state);
  if (!begun.success) return null;
  const { subject, words } = begun.output.promiseFrom;
  return { subject, words: shortened(words) };
}

/** The first line of a text, without what marks it as a heading; cut between words. */
function shortened(words: string): string {
  const [first = ""] = words.trim().split("\n");
  const line = first.replace(mark, "").trim();
  if (line.length <= mostWords) return line;
  return `${line.slice(0, mostWords).replace(/\s+\S*$/, "")}…`.toWellFormed();
}

/** Where something that a promise came from can be read, within its space; null if nowhere. */
export function pathOfOrigin(subject: Subject): string | null {
  if (isAbout(subject, "check-in")) return `check-ins/${subject.split("/")[1]}`;
  const room = entryOfSubject(subject)?.room;
  if (room === "needs" || room === "goals") return room;
  if (room?.startsWith("own-goals/")) return "goals";
  return room?.startsWith("agreement/") ? room.replace("agreement/", "agreements/") : null;
}
