import type { ClauseBlock, ClauseRun } from "@concord/domain/agreements/clause-nodes";
import { addClause, setReviewOn, writeClause } from "@concord/domain/agreements/commands";
import { addAgreement, setReviewInIndex } from "@concord/domain/agreements/index-commands";
import { agreementTitle, clauseBody } from "@concord/domain/agreements/schema";
import { readAgreement } from "@concord/domain/agreements/view";
import { type EntryId, newEntryId, type PersonId } from "@concord/domain/ids";
import { subjectOfEntry } from "@concord/domain/ledger/subjects";
import { editText } from "@concord/domain/text";

import type { Couple } from "./couple.ts";
import { dayFrom } from "./days.ts";
import type { Scribe } from "./scribe.ts";
import type { Word } from "./word.ts";

const paragraph = (...runs: ClauseRun[]): ClauseBlock => ({ type: "paragraph", runs });
const heading = (text: string): ClauseBlock => ({ type: "heading", level: 2, runs: [text] });
const strong = (text: string): ClauseRun => ({ text, marks: ["strong"] });
const em = (text: string): ClauseRun => ({ text, marks: ["em"] });
const list = (type: "bullet-list" | "ordered-list", ...items: ClauseBlock[]): ClauseBlock => ({
  type,
  items: items.map((item) => [item]),
});

/** Returns the agreement that the counsellor is shown. */
export async function writeAgreements(
  { scribe, word }: { readonly scribe: Scribe; readonly word: Word },
  couple: Couple,
  now: number,
): Promise<EntryId> {
  const disagreements = await writeDisagreements(scribe, couple, now);
  await agree({ scribe, word }, disagreements, couple, now);
  await writeEvenings(scribe, couple, now);
  await begin(scribe, couple.jonas, "Money, without surprises", now);
  return disagreements;
}

async function writeDisagreements(
  scribe: Scribe,
  { maya, jonas }: Couple,
  now: number,
): Promise<EntryId> {
  const id = await begin(scribe, maya, "When we disagree", now - 20 * 24 * 60 * 60 * 1000);
  const path = `agreement/${id}` as const;
  await writeClauses(scribe, path, maya, [
    [
      heading("A pause is not an ending"),
      paragraph(
        "Either of us may ask for a pause by saying ",
        em("“give me twenty minutes”"),
        ". The other stops, even in the middle of a sentence. Whoever asked ",
        strong("comes back by themselves"),
        ".",
      ),
    ],
    [
      paragraph("Before we look for a solution, each of us says:"),
      list(
        "ordered-list",
        paragraph("what I saw or heard,"),
        paragraph("how that was for me,"),
        paragraph("what I would need."),
      ),
    ],
  ]);
  await writeClauses(scribe, path, jonas, [
    [
      paragraph("We do not"),
      list(
        "bullet-list",
        paragraph("argue by text message,"),
        paragraph("bring in what was settled a year ago,"),
        paragraph("ask friends or family to take sides."),
      ),
    ],
    [paragraph("And when it is over, we")],
  ]);
  await scribe(path, maya, (doc) => setReviewOn(doc, dayFrom(now, 40)));
  await scribe("agreements", maya, (index) => setReviewInIndex(index, id, dayFrom(now, 40)));
  return id;
}

/** Both stand by the first clause; the second was added to since; the third waits for Jonas. */
async function agree(
  { scribe, word }: { readonly scribe: Scribe; readonly word: Word },
  id: EntryId,
  { maya, jonas }: Couple,
  now: number,
): Promise<void> {
  const path = `agreement/${id}` as const;
  const ids: EntryId[] = [];
  await scribe(path, maya, (doc) => {
    ids.push(...readAgreement(doc).clauses.map((clause) => clause.id));
  });
  const [first, second, third] = ids.map((clause) => subjectOfEntry(path, clause));
  const then = now - 12 * 24 * 60 * 60 * 1000;
  for (const subject of [first, second]) {
    if (!subject) continue;
    await word.assent(maya, subject, then);
    await word.assent(jonas, subject, then + 24 * 60 * 60 * 1000);
  }
  if (third) await word.assent(maya, third, now);
  await scribe(path, jonas, (doc) => {
    const [, clause] = ids;
    const body = clause && clauseBody(doc, clause);
    if (body) writeClause(doc, body, [paragraph("Whoever began listens first.")]);
  });
}

async function writeEvenings(scribe: Scribe, { maya, jonas }: Couple, now: number): Promise<void> {
  const id = await begin(scribe, jonas, "Evenings and work", now - 6 * 24 * 60 * 60 * 1000);
  const path = `agreement/${id}` as const;
  await writeClauses(scribe, path, jonas, [
    [
      paragraph(
        "After ",
        strong("half past eight"),
        " the laptops are shut. A late shift or a deadline is an exception that is ",
        em("said beforehand"),
        ".",
      ),
    ],
  ]);
  await writeClauses(scribe, path, maya, [
    [paragraph("Wednesdays are for going out, whatever the weather. We take turns in choosing.")],
    [paragraph("Phones sleep in the kitchen, except")],
  ]);
}

/** Puts an agreement on the list, and its title into its own document. */
async function begin(
  scribe: Scribe,
  author: PersonId,
  title: string,
  at: number,
): Promise<EntryId> {
  const id = newEntryId();
  await scribe("agreements", author, (index) =>
    addAgreement(index, { id, title, createdOn: dayFrom(at, 0) }),
  );
  await scribe(`agreement/${id}`, author, (doc) =>
    editText(doc, agreementTitle(doc), { index: 0, remove: 0, insert: title }),
  );
  return id;
}

const writeClauses = (
  scribe: Scribe,
  path: `agreement/${EntryId}`,
  author: PersonId,
  clauses: readonly (readonly ClauseBlock[])[],
): Promise<void> =>
  scribe(path, author, (doc) => {
    for (const content of clauses) addClause(doc, { id: newEntryId(), content });
  });
