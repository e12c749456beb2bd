import type { PromiseState } from "@concord/domain/promises/declared";
import { type PromiseView, readPromises, type Wording } from "@concord/domain/promises/view";

import { html, type Markup } from "./markup.ts";
import { dayInFull, labelled, name, note, type PageSource, section } from "./page-parts.ts";
import { words } from "./words.ts";

export const promisesSection = (source: PageSource): Markup =>
  section(
    "promises",
    words.promises.title,
    readPromises(source.view).map((promise) => promiseCard(source, promise)),
  );

function promiseCard({ nameOf }: PageSource, promise: PromiseView): Markup {
  const { author, state, earlier, appreciations } = promise;
  return html`<article>
    <p class="label">${name(words.promises.said(nameOf(author)))} · ${stateInWords(state)}</p>
    <p dir="auto">${promiseWords(promise)}</p>
    ${earlier.map((wording) => note(html`${words.promises.before} ${promiseWords(wording)}`))}
    ${appreciations.flatMap((one) =>
      labelled(words.promises.appreciated(nameOf(one.author)), one.words),
    )}
  </article>`;
}

export const stateInWords = (state: PromiseState): string => words.promises.states[state];

export function promiseWords({ cue, action, due }: Wording): Markup {
  const { when, thenDo } = words.promises;
  const opening = cue === "" ? null : html`${when} <bdi>${cue}</bdi>, `;
  return html`${opening}${thenDo} <bdi>${action}</bdi>, ${words.promises.due(dayInFull(due))}`;
}
