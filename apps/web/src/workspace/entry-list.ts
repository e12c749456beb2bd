import type { EntryId } from "@concord/domain/ids";
import type { Place } from "@concord/domain/order";
import { type Accessor, createSignal } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useAnnouncer } from "./announcer.tsx";
import { type Drag, createDrag } from "./drag.ts";
import { createFocusKeeper } from "./keep-focus.ts";

interface Listed {
  readonly id: EntryId;
}

interface EntryListOptions<Entry extends Listed> {
  readonly entries: Accessor<readonly Entry[]>;
  /** What an entry is called where it has to be named; `place` counts from 1. */
  readonly nameOf: (entry: Entry, place: number) => string;
  readonly move: (id: EntryId, place: Place) => void;
  readonly remove: (id: EntryId) => void;
}

export interface EntryList {
  /** For the list's element, in which focus is kept while rows change places. */
  readonly ref: (element: HTMLElement) => void;
  readonly nameOf: (id: EntryId) => string;
  readonly isFirst: (id: EntryId) => boolean;
  readonly isLast: (id: EntryId) => boolean;
  /** Moves an entry and says where it is now. */
  readonly move: (id: EntryId, place: Place) => void;
  /** Removes an entry; the focus goes to a neighbour's. */
  readonly remove: (id: EntryId) => void;
  /** How often something was removed here: each time is a reason to offer undo. */
  readonly removals: Accessor<number>;
  /** The entry that is to have the focus as soon as it is there. */
  readonly awaitFocus: (id: EntryId) => void;
  readonly takeFocus: (id: EntryId) => boolean;
  readonly drag: Drag;
}

/** What every list of entries does for those who use it by keyboard or by ear. */
export function createEntryList<Entry extends Listed>(options: EntryListOptions<Entry>): EntryList {
  const text = useText();
  const { say } = useAnnouncer();
  const [removals, setRemovals] = createSignal(0);
  let element: HTMLElement | undefined;
  let awaited: EntryId | null = null;
  const placeOf = (id: EntryId) => options.entries().findIndex((entry) => entry.id === id);
  const nameOf = (id: EntryId) => {
    const place = placeOf(id);
    const entry = options.entries()[place];
    return entry ? options.nameOf(entry, place + 1) : "";
  };
  const move = (id: EntryId, place: Place) => {
    const name = nameOf(id);
    options.move(id, place);
    say(text.workspace.moved(name, placeOf(id) + 1, options.entries().length));
  };
  createFocusKeeper(() => element, options.entries);
  return {
    ref: (it) => (element = it),
    nameOf,
    isFirst: (id) => placeOf(id) === 0,
    isLast: (id) => placeOf(id) === options.entries().length - 1,
    move,
    drag: createDrag(() => element, move),
    remove: (id) => {
      const place = placeOf(id);
      options.remove(id);
      setRemovals((count) => count + 1);
      focusRow(element, Math.min(place, options.entries().length - 1));
    },
    removals,
    awaitFocus: (id) => (awaited = id),
    takeFocus: (id) => {
      if (awaited !== id) return false;
      awaited = null;
      return true;
    },
  };
}

/** Where the focus goes when its own row has gone: to the words of a neighbour, else to the title. */
function focusRow(list: HTMLElement | undefined, at: number): void {
  const row = list?.isConnected ? list.children[at] : undefined;
  const first = (what: string) => row?.querySelector<HTMLElement>(what);
  const within = first("textarea, [contenteditable=true]") ?? first("a, button");
  const heading = document.querySelector<HTMLElement>("main h1");
  if (heading && !within) heading.tabIndex = -1;
  (within ?? heading)?.focus();
}
