import type { Day } from "@concord/domain/dates";
import type { EntryId, PersonId } from "@concord/domain/ids";
import { readAssents } from "@concord/domain/ledger/assents";
import { hashOf } from "@concord/domain/ledger/canonical";
import { type Subject, subjectOfEntry } from "@concord/domain/ledger/subjects";
import { type LedgerView, viewLedger } from "@concord/domain/ledger/view";
import type { Owner } from "@concord/domain/owners";
import type { RoomPath } from "@concord/domain/rooms";

import type { Gathered, GatheredDocument } from "./gather.ts";
import { html, type Markup } from "./markup.ts";
import { words } from "./words.ts";

/** What every part of the page is made from. */
export interface PageSource {
  readonly gathered: Gathered;
  readonly view: LedgerView;
  readonly partners: readonly PersonId[];
  readonly nameOf: (person: Owner) => string;
  readonly at: (path: RoomPath) => GatheredDocument | null;
}

export function sourceOf(gathered: Gathered): PageSource {
  const { partners } = gathered.space;
  const byPath = new Map(gathered.documents.map((document) => [document.path, document]));
  return {
    gathered,
    view: viewLedger(gathered.ledger),
    partners: partners.map(({ id }) => id),
    nameOf: (person) =>
      person === "ours"
        ? words.ours
        : (partners.find(({ id }) => id === person)?.name ?? words.formerly),
    at: (path) => byPath.get(path) ?? null,
  };
}

const inFull = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

export const dayInFull = (day: Day): string => inFull.format(new Date(`${day}T12:00:00Z`));

/** The people's own words: their line ends are kept, and their direction is their own. */
export const said = (text: string): Markup => html`<p class="said" dir="auto">${text}</p>`;

export const name = (text: string): Markup => html`<bdi>${text}</bdi>`;

export const quote = (text: string): Markup =>
  html`<blockquote class="said" dir="auto">${text}</blockquote>`;

export const note = (text: string | Markup): Markup => html`<p class="note">${text}</p>`;

export const labelled = (label: string, text: string): readonly Markup[] =>
  text.trim() === "" ? [] : [html`<p class="label">${label}</p>`, said(text)];

export const section = (id: string, title: string, body: readonly Markup[]): Markup =>
  html`<section id="${id}">
    <h2>${title}</h2>
    ${body.length > 0 ? body : note(words.nothing)}
  </section>`;

/** Who stands by an entry's words, since when, and what stood in them where they have changed. */
export function wordOn(
  { view, partners, nameOf }: PageSource,
  about: { room: RoomPath; id: EntryId; owner: Owner; text: string },
): readonly Markup[] {
  const subject = subjectOfEntry(about.room, about.id);
  const asked = { subject, owner: about.owner, current: hashOf(about.text), partners };
  const { agreed, changed, inForce } = readAssents(view, asked);
  const says = about.owner === "ours" ? words.assent.agreed : words.assent.stands;
  const isStill = inForce !== null && !inForce.isCurrent && about.owner === "ours";
  return [
    ...agreed.map(({ author, day }) => note(says(nameOf(author), dayInFull(day)))),
    ...(inForce?.isCurrent && about.owner === "ours"
      ? [html`<p class="stands">${words.assent.inForce(dayInFull(inForce.since))}</p>`]
      : []),
    ...(isStill
      ? [note(words.assent.stillInForce(dayInFull(inForce.since))), quote(inForce.text)]
      : changed.flatMap(({ author, day, body }) => [
          note(words.assent.changed(nameOf(author), dayInFull(day))),
          quote(body.text),
        ])),
  ];
}

/** What the partner offered for something. */
export const offersFor = ({ view, nameOf }: PageSource, subject: Subject): readonly Markup[] =>
  view
    .standing("backing", subject)
    .flatMap(({ author, body }) => labelled(words.needs.offer(nameOf(author)), body.words));
