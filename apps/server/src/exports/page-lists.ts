import { readGoals, type GoalView, type StepView } from "@concord/domain/goals/view";
import { goalWords, needWords } from "@concord/domain/ledger/canonical";
import { subjectOfEntry } from "@concord/domain/ledger/subjects";
import { type NeedView, readNeeds } from "@concord/domain/needs/view";
import type { Owner } from "@concord/domain/owners";
import type { RoomPath } from "@concord/domain/rooms";

import { html, type Markup } from "./markup.ts";
import {
  dayInFull,
  labelled,
  name,
  offersFor,
  type PageSource,
  said,
  section,
  wordOn,
} from "./page-parts.ts";
import { words } from "./words.ts";

export function needsSection(source: PageSource): Markup {
  const document = source.at("needs");
  const needs = document ? readNeeds(document.doc) : [];
  const owners = [
    ...new Set<Owner>([...source.partners, "ours", ...needs.map(({ owner }) => owner)]),
  ];
  const groups = owners.flatMap((owner) => {
    const theirs = needs.filter((need) => need.owner === owner);
    if (theirs.length === 0) return [];
    const cards = theirs.map((need) => needCard(source, need));
    return [html`<h3>${name(source.nameOf(owner))}</h3>`, ...cards];
  });
  return section("needs", words.needs.title, groups);
}

function needCard(source: PageSource, need: NeedView): Markup {
  const { id, kind, status, text, help, owner } = need;
  const statuses: Readonly<Record<string, string>> = words.needs.statuses;
  const about = { room: "needs", id, owner, text: needWords(need) } as const;
  return html`<article>
    <p class="label">
      ${[words.needs.kinds[kind], statuses[status] ?? ""].filter(Boolean).join(" · ")}
    </p>
    ${said(text)} ${labelled(words.needs.help, help)}
    ${offersFor(source, subjectOfEntry("needs", id))} ${wordOn(source, about)}
  </article>`;
}

export function goalsSection(source: PageSource): Markup {
  return section("goals", words.goals.title, [
    ...goalCards(source, "goals"),
    ...source.partners.flatMap((person) => {
      const cards = goalCards(source, `own-goals/${person}`);
      const title = words.goals.ownTitle(source.nameOf(person));
      return cards.length > 0 ? [html`<h3>${name(title)}</h3>`, ...cards] : [];
    }),
  ]);
}

function goalCards(source: PageSource, room: RoomPath): readonly Markup[] {
  const document = source.at(room);
  return document ? readGoals(document.doc).map((goal) => goalCard(source, room, goal)) : [];
}

function goalCard(source: PageSource, room: RoomPath, goal: GoalView): Markup {
  const { id, owner, title, why, progress, backing, celebration, steps } = goal;
  const isShared = room === "goals";
  const whose = isShared ? `${source.nameOf(owner)} · ` : "";
  const about = { room, id, owner, text: goalWords(goal) };
  return html`<article>
    <p class="label">${whose}${words.goals.progress[progress]}</p>
    <h4 dir="auto">${title}</h4>
    ${why.trim() === "" ? null : said(why)}
    ${
      steps.length > 0
        ? html`<ul>
            ${steps.map(step)}
          </ul>`
        : null
    }
    ${isShared ? null : labelled(words.goals.wish, words.goals.backing[backing])}
    ${labelled(words.goals.helped, celebration ?? "")} ${wordOn(source, about)}
  </article>`;
}

function step({ cue, action, obstacle, nextDate, done }: StepView): Markup {
  const { next } = words.goals;
  const state = done ? words.goals.done : nextDate ? next(dayInFull(nextDate)) : "";
  return html`<li>
    ${cue.trim() === "" ? null : html`<bdi>${cue}</bdi> → `}<bdi>${action}</bdi>
    ${state === "" ? null : html`<span class="note">(${state})</span>`}
    ${labelled(words.goals.obstacle, obstacle)}
  </li>`;
}
