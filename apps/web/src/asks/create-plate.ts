import {
  type Holder,
  moveLoad,
  putDownLoad,
  removeLoad,
  setLoadDone,
  takeLoad,
} from "@concord/domain/asks/load-commands";
import type { LoadView } from "@concord/domain/asks/view";
import type { EntryId } from "@concord/domain/ids";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import type { Accessor } from "solid-js";

import { useText } from "../i18n/text.ts";
import { focusOn } from "../shell/heading.ts";
import { useAnnouncer } from "../workspace/announcer.tsx";
import { type EntryList, createEntryList } from "../workspace/entry-list.ts";
import { firstWords } from "../workspace/first-words.ts";
import type { BoardProps } from "./asks-board.tsx";
import { headingOf } from "./parts.ts";
import { placeAmong } from "./place-among.ts";

/** What is on one plate, or is done, and what can be done with it here. */
export interface PlateOf {
  readonly holder: Holder;
  readonly done: boolean;
  readonly title: () => string;
  readonly things: Accessor<readonly LoadView[]>;
  readonly list: EntryList;
  readonly take: (id: EntryId) => void;
  readonly putDown: (id: EntryId) => void;
  readonly setDone: (id: EntryId, done: boolean) => void;
}

/** What somebody who has left held is nobody's. */
const plateOf = ({ holder }: LoadView, { partners }: BoardProps): Holder =>
  holder !== "nobody" && partners().includes(holder) ? holder : "nobody";

/** The id of a plate's heading. */
export const plateHeading = (holder: Holder): string => `plate-${holder}`;

export function createPlate(
  board: BoardProps,
  load: Accessor<readonly LoadView[]>,
  { holder, done }: { readonly holder: Holder; readonly done: boolean },
): PlateOf {
  const words = useText().asks.load;
  const { say } = useAnnouncer();
  const { doc, you } = board;
  const things = createSortedEntries(() =>
    load().filter((thing) => thing.done === done && (done || plateOf(thing, board) === holder)),
  );
  const list = createEntryList({
    entries: things,
    nameOf: (thing, place) => words.name(firstWords(thing.what), place),
    move: (id, place) => {
      const among = placeAmong(things(), id, place);
      if (among) moveLoad(doc, id, among);
    },
    remove: (id) => {
      removeLoad(doc, id);
      board.part(words.removed);
    },
  });
  const title = () => {
    if (done) return words.finished;
    if (holder === "nobody") return words.nobodys;
    return holder === you ? words.yours : words.theirs(board.nameOf(holder));
  };
  const take = (id: EntryId) => {
    if (!you) return;
    const name = list.nameOf(id);
    takeLoad(doc, id, you, board.partners());
    say(words.yoursNow(name));
    focusOnHeading(plateHeading(you));
  };
  const putDown = (id: EntryId) => {
    putDownLoad(doc, id);
    focusOnHeading(plateHeading("nobody"));
  };
  const setDone = (id: EntryId, isDone: boolean) => {
    setLoadDone(doc, id, isDone);
    if (isDone) board.part(words.markedDone);
    focusOnHeading(headingOf("load"));
  };
  return { holder, done, title, things, list, take, putDown, setDone };
}

/** The focus goes where a thing is now: its own row has gone. */
function focusOnHeading(id: string): void {
  const heading = document.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  if (heading) focusOn(heading);
}
