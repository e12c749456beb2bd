import type { CheckInAnswer } from "@concord/domain/check-ins/declared";
import type { NoteList } from "@concord/domain/check-ins/schema";
import { readCadence, readIssue, readNotes } from "@concord/domain/check-ins/view";
import type { Day } from "@concord/domain/dates";
import type { RoomPath } from "@concord/domain/rooms";
import { parseRoomPath } from "@concord/domain/rooms";
import type * as Y from "yjs";

import { html, type Markup } from "./markup.ts";
import { dayInFull, labelled, name, note, type PageSource, said, section } from "./page-parts.ts";
import { words } from "./words.ts";

interface Told {
  readonly day: Day;
  readonly path: RoomPath | null;
  readonly answers: readonly { readonly who: string; readonly answer: CheckInAnswer }[];
}

/** Those alone that both have answered, and what the one who takes it along wrote while alone. */
export function checkInsSection(source: PageSource): Markup {
  const { view, nameOf, gathered } = source;
  const ofBoth = view.subjects("check-in-answer").flatMap((subject): Told[] => {
    const answers = view.standing("check-in-answer", subject);
    const [first] = answers;
    if (!first) return [];
    const told = answers.map(({ author, body }) => ({ who: nameOf(author), answer: body }));
    return [{ day: first.day, path: parseRoomPath(subject), answers: told }];
  });
  const alone = gathered.alone.map(({ id, day, answer }): Told => {
    const path = `check-in/${id}` as const;
    return { day, path, answers: [{ who: nameOf(gathered.exporter), answer }] };
  });
  const inOrder = [...ofBoth, ...alone].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return section("check-ins", words.checkIns.title, [
    ...cadence(source),
    ...inOrder.map((told) => checkIn(source, told)),
  ]);
}

function cadence({ at }: PageSource): readonly Markup[] {
  const document = at("check-ins");
  if (!document) return [];
  const { every, nextOn } = readCadence(document.doc);
  const told = [
    every ? words.checkIns.every[every] : "",
    nextOn ? words.checkIns.next(dayInFull(nextOn)) : "",
  ].filter(Boolean);
  return told.length > 0 ? [note(told.join(" "))] : [];
}

function checkIn({ at }: PageSource, { day, path, answers }: Told): Markup {
  const document = path && at(path);
  const notes = document ? notesIn(document.doc) : [];
  return html`<article>
    <h3>${words.checkIns.of(dayInFull(day))}</h3>
    ${answers.map(
      ({ who, answer }) =>
        html`<h4>${name(who)}</h4>
          ${answerParts(answer)}`,
    )}
    ${
      notes.length > 0
        ? html`<h4>${words.checkIns.notes}</h4>
            ${notes}`
        : null
    }
  </article>`;
}

export const answerParts = ({ appreciation, issue, help }: CheckInAnswer): readonly Markup[] => [
  ...labelled(words.checkIns.appreciation, appreciation),
  ...labelled(words.checkIns.issue, issue),
  ...labelled(words.checkIns.help, help),
];

function notesIn(doc: Y.Doc): readonly Markup[] {
  const list = (label: string, which: NoteList): readonly Markup[] => {
    const texts = readNotes(doc, which).map(({ text }) => said(text));
    return texts.length > 0 ? [html`<p class="label">${label}</p>`, ...texts] : [];
  };
  return [
    ...list(words.checkIns.appreciation, "appreciations"),
    ...labelled(words.checkIns.issue, readIssue(doc)),
    ...list(words.checkIns.help, "help"),
  ];
}
