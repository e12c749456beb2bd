import { type AskView, type LoadView, type NewsView, readAsks } from "@concord/domain/asks/view";
import type { PersonId } from "@concord/domain/ids";

import { html, type Markup } from "./markup.ts";
import { dayInFull, labelled, name, type PageSource, said, section } from "./page-parts.ts";
import { words } from "./words.ts";

export function asksSection(source: PageSource): Markup {
  const document = source.at("asks");
  const { asks, load, news } = document ? readAsks(document.doc) : { asks: [], load: [], news: [] };
  return section("asks", words.asks.title, [
    ...asks.map((ask) => askCard(source, ask)),
    ...titled(words.asks.load, loadList(source, load)),
    ...titled(
      words.asks.news,
      news.map((piece) => newsCard(source, piece)),
    ),
  ]);
}

const titled = (title: string, parts: readonly Markup[]): readonly Markup[] =>
  parts.length > 0 ? [html`<h3>${title}</h3>`, ...parts] : [];

const whoIs = ({ nameOf }: PageSource, person: PersonId | null): string =>
  person === null ? words.formerly : nameOf(person);

function askCard(source: PageSource, { owner, kind, note, answer, askedOn }: AskView): Markup {
  const about = [
    words.asks.asked(whoIs(source, owner), words.asks.kinds[kind]),
    askedOn ? dayInFull(askedOn) : "",
  ];
  return html`<article>
    <p class="label">${name(about.filter(Boolean).join(" · "))}</p>
    ${note.trim() === "" ? null : said(note)}
    ${answer ? labelled(words.asks.answered, words.asks.answers[answer]) : null}
  </article>`;
}

function loadList(source: PageSource, load: readonly LoadView[]): readonly Markup[] {
  const items = load.map(({ what, holder, done }) => {
    const whose = holder === "nobody" ? words.asks.nobodys : whoIs(source, holder);
    const state = done ? `${whose}; ${words.asks.done}` : whose;
    return html`<li><bdi>${what}</bdi> <span class="note">(<bdi>${state}</bdi>)</span></li>`;
  });
  return items.length > 0
    ? [
        html`<article>
          <ul>
            ${items}
          </ul>
        </article>`,
      ]
    : [];
}

function newsCard(source: PageSource, { owner, text, on, questions }: NewsView): Markup {
  const about = [whoIs(source, owner), on ? dayInFull(on) : ""];
  return html`<article>
    <p class="label">${name(about.filter(Boolean).join(" · "))}</p>
    ${said(text)}
    ${questions.flatMap((question) => [
      ...labelled(words.asks.question(whoIs(source, question.owner)), question.text),
      ...labelled(words.asks.reply, question.reply),
    ])}
  </article>`;
}
