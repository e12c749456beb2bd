import { clauseBody } from "@concord/domain/agreements/schema";
import {
  type AgreementSummary,
  readAgreement,
  readAgreements,
} from "@concord/domain/agreements/view";

import { html, type Markup } from "./markup.ts";
import { dayInFull, note, type PageSource, section, wordOn } from "./page-parts.ts";
import { richText } from "./rich-text.ts";
import { words } from "./words.ts";

export function agreementsSection(source: PageSource): Markup {
  const index = source.at("agreements");
  const agreements = index ? readAgreements(index.doc) : [];
  return section(
    "agreements",
    words.agreements.title,
    agreements.map((summary) => agreement(source, summary)),
  );
}

function agreement(source: PageSource, summary: AgreementSummary): Markup {
  const path = `agreement/${summary.id}` as const;
  const document = source.at(path);
  const read = document && readAgreement(document.doc);
  const clauses = (read?.clauses ?? []).map(({ id, text }, at) => {
    const body = document && clauseBody(document.doc, id);
    const said = wordOn(source, { room: path, id, owner: "ours", text });
    return html`<div class="clause">
      <p class="label">${words.agreements.clause(at + 1)}</p>
      <div dir="auto">${body ? richText(body) : null}</div>
      ${said.length > 0 || text === "" ? said : note(words.agreements.nobody)}
    </div>`;
  });
  const dates = [
    summary.createdOn ? words.agreements.begun(dayInFull(summary.createdOn)) : "",
    read?.reviewOn ? words.agreements.review(dayInFull(read.reviewOn)) : "",
  ];
  return html`<article class="paper">
    <h3 dir="auto">${read?.title || summary.title || words.agreements.untitled}</h3>
    ${note(dates.filter(Boolean).join(" "))} ${clauses}
    <p class="understanding">${words.agreements.label}</p>
  </article>`;
}
