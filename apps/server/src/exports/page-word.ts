import { readAgreement } from "@concord/domain/agreements/view";
import { entryOfSubject, type Subject } from "@concord/domain/ledger/subjects";

import type { LedgerRow } from "./ledger.ts";
import { html, type Markup } from "./markup.ts";
import { answerParts } from "./page-check-ins.ts";
import { dayInFull, name, note, type PageSource, quote, section } from "./page-parts.ts";
import { promiseWords, stateInWords } from "./page-promises.ts";
import { words } from "./words.ts";

/** Every row in words, in its order. */
export function ledgerSection(source: PageSource): Markup {
  const { ledger } = source.gathered;
  const rows = ledger.map(
    (row) =>
      html`<li value="${row.seq}">
        <p>
          <span class="note">${timeOf(row)}</span> ${name(source.nameOf(row.author))}
          ${did(source, row)}.
        </p>
        ${detail(row)}
      </li>`,
  );
  const body =
    rows.length > 0
      ? [
          note(words.ledger.lead),
          html`<ol class="ledger">
            ${rows}
          </ol>`,
        ]
      : [];
  return section("word", words.ledger.title, body);
}

const timeOf = ({ day, at }: LedgerRow): string =>
  at === undefined ? dayInFull(day) : `${dayInFull(day)}, ${at.slice(11, 16)}`;

function did(source: PageSource, row: LedgerRow): string {
  const does = words.ledger.did;
  switch (row.kind) {
    case "assent":
      return does.assent(subjectInWords(source, row.subject));
    case "backing":
      return does.backing(subjectInWords(source, row.subject));
    case "withdrawal":
      return does.withdrawal(rowInWords(source, row.subject));
    case "promise":
    case "appreciation":
    case "calendar":
    case "check-in-answer":
      return does[row.kind];
    default:
      // A kind that came later.
      return does.other;
  }
}

function rowInWords({ gathered }: PageSource, subject: Subject): string {
  const taken = gathered.ledger.find(({ id }) => subject === `declaration/${id}`);
  return taken ? words.ledger.row(taken.seq) : words.ledger.earlier;
}

function subjectInWords({ at }: PageSource, subject: Subject): string {
  const entry = entryOfSubject(subject);
  if (entry?.room === "needs") return words.ledger.need;
  if (entry?.room === "goals" || entry?.room.startsWith("own-goals/")) return words.ledger.goal;
  const document = entry?.room.startsWith("agreement/") ? at(entry.room) : null;
  const title = document ? readAgreement(document.doc).title : "";
  if (!entry?.room.startsWith("agreement/")) return words.ledger.something;
  return words.ledger.clauseOf(title || words.agreements.untitled);
}

function detail(row: LedgerRow): readonly Markup[] {
  switch (row.kind) {
    case "assent":
      return [quote(row.body.text)];
    case "backing":
    case "appreciation":
      return [quote(row.body.words)];
    case "promise":
      return [
        html`<blockquote dir="auto">
          ${promiseWords(row.body)} · ${stateInWords(row.body.state)}
        </blockquote>`,
      ];
    case "check-in-answer":
      return answerParts(row.body);
    default:
      return [];
  }
}
