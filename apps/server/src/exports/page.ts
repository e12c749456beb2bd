import { dayOf } from "../check-ins/store.ts";
import type { Gathered } from "./gather.ts";
import { html, type Markup } from "./markup.ts";
import { agreementsSection } from "./page-agreements.ts";
import { asksSection } from "./page-asks.ts";
import { checkInsSection } from "./page-check-ins.ts";
import { goalsSection, needsSection } from "./page-lists.ts";
import { dayInFull, name, note, type PageSource, section, sourceOf } from "./page-parts.ts";
import { pageStyle } from "./page-style.ts";
import { promisesSection } from "./page-promises.ts";
import { ledgerSection } from "./page-word.ts";
import { words } from "./words.ts";

/**
 * All of it as one page to read and to print, that needs nothing else: no script, no picture, no
 * request. The policy in its head stands behind the escaping.
 */
export function pageOf(gathered: Gathered): string {
  const source = sourceOf(gathered);
  const day = dayInFull(dayOf(gathered.now));
  const title = titleOf(gathered);
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="content-security-policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${pageStyle}
        </style>
      </head>
      <body>
        <header>
          <h1 dir="auto">${title}</h1>
          <p class="note">${name(words.taken(source.nameOf(gathered.exporter), day))}</p>
          <p>${words.lead}</p>
          <p class="note">${words.care}</p>
        </header>
        ${contents(source)}
        <main>${sections(source).map(({ body }) => body)}</main>
      </body>
    </html> `.text;
}

function titleOf({ space }: Gathered): string {
  if (space.name !== "") return space.name;
  const names = space.partners.toSorted((a, b) => a.seat - b.seat).map((partner) => partner.name);
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

function sections(source: PageSource): readonly Section[] {
  const missing = missingSection(source);
  return [
    { id: "needs", title: words.needs.title, body: needsSection(source) },
    { id: "goals", title: words.goals.title, body: goalsSection(source) },
    { id: "agreements", title: words.agreements.title, body: agreementsSection(source) },
    { id: "promises", title: words.promises.title, body: promisesSection(source) },
    { id: "check-ins", title: words.checkIns.title, body: checkInsSection(source) },
    { id: "asks", title: words.asks.title, body: asksSection(source) },
    { id: "word", title: words.ledger.title, body: ledgerSection(source) },
    ...(missing ? [{ id: "missing", title: words.leftOut.title, body: missing }] : []),
  ];
}

function contents(source: PageSource): Markup {
  const links = sections(source).map(
    ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
  );
  return html`<nav aria-labelledby="contents">
    <h2 id="contents">${words.contents}</h2>
    <ul>
      ${links}
    </ul>
  </nav>`;
}

function missingSection({ gathered }: PageSource): Markup | null {
  if (gathered.leftOut.length === 0) return null;
  const names: Readonly<Record<string, string>> = words.leftOut.names;
  const items = gathered.leftOut.map(
    (path) => html`<li>${names[path.split("/")[0] ?? ""] ?? words.leftOut.other}</li>`,
  );
  return section("missing", words.leftOut.title, [
    note(words.leftOut.lead),
    html`<ul>
      ${items}
    </ul>`,
  ]);
}
