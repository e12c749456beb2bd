import { type EntryId, isEntryId } from "@concord/domain/ids";
import type { Place } from "@concord/domain/order";
import { type Accessor, createSignal, onCleanup } from "solid-js";

/** A row of a list as it lies on the page; px from the top of the window. */
export interface Row {
  readonly id: EntryId;
  readonly top: number;
  readonly height: number;
}

export type Drop = { readonly before: EntryId } | { readonly after: EntryId };

export interface Drag {
  /** The entry that is being dragged. */
  readonly dragged: Accessor<EntryId | null>;
  /** Where it would go if it were let go of now. */
  readonly drop: Accessor<Drop | null>;
  /** For the grip of an entry. */
  readonly start: (id: EntryId, event: PointerEvent) => void;
}

/** Where an entry goes that is let go of at `y`; null where it would stay. */
export function dropAt(rows: readonly Row[], dragged: EntryId, y: number): Drop | null {
  const others = rows.filter(({ id }) => id !== dragged);
  const from = rows.findIndex(({ id }) => id === dragged);
  const below = others.findIndex(({ top, height }) => y < top + height / 2);
  const to = below < 0 ? others.length : below;
  if (to === from) return null;
  const next = others[to];
  const last = others.at(-1);
  if (next) return { before: next.id };
  return last ? { after: last.id } : null;
}

/** How near (px) to the window's edge dragging scrolls, and by how much a movement. */
const edge = 72;
const scrollStep = 14;

/**
 * Dragging entries by a grip, with mouse, pen or finger. Nothing is moved on the page until it is
 * let go of: the partner may add, move or remove rows meanwhile. By keyboard there is a menu.
 */
export function createDrag(
  list: () => HTMLElement | undefined,
  move: (id: EntryId, place: Place) => void,
): Drag {
  const [dragged, setDragged] = createSignal<EntryId | null>(null);
  const [drop, setDrop] = createSignal<Drop | null>(null);
  let end = () => {};
  onCleanup(() => end());
  const start = (id: EntryId, event: PointerEvent) => {
    const row = rowOf(list(), id);
    const grip = event.currentTarget;
    if (event.button !== 0 || !row || !(grip instanceof HTMLElement)) return;
    event.preventDefault();
    end();
    grip.setPointerCapture(event.pointerId);
    const from = event.clientY + window.scrollY;
    const moved = ({ clientY }: PointerEvent) => {
      scrollNear(clientY);
      row.style.translate = `0 ${clientY + window.scrollY - from}px`;
      setDrop(dropAt(rowsOf(list()), id, clientY));
    };
    const letGo = () => {
      const place = drop();
      end();
      if (place) move(id, place);
    };
    const pressed = ({ key }: KeyboardEvent) => {
      if (key === "Escape") end();
    };
    end = () => {
      grip.removeEventListener("pointermove", moved);
      grip.removeEventListener("pointerup", letGo);
      grip.removeEventListener("lostpointercapture", end);
      window.removeEventListener("keydown", pressed);
      row.style.translate = "";
      setDragged(null);
      setDrop(null);
      end = () => {};
    };
    grip.addEventListener("pointermove", moved);
    grip.addEventListener("pointerup", letGo);
    grip.addEventListener("lostpointercapture", end);
    window.addEventListener("keydown", pressed);
    setDragged(id);
  };
  return { dragged, drop, start };
}

function rowOf(list: HTMLElement | undefined, id: EntryId): HTMLElement | undefined {
  return rowElements(list).find((row) => row.dataset["entry"] === id);
}

const rowElements = (list: HTMLElement | undefined): HTMLElement[] =>
  [...(list?.children ?? [])].filter((row) => row instanceof HTMLElement);

function rowsOf(list: HTMLElement | undefined): readonly Row[] {
  return rowElements(list).flatMap((row) => {
    const id = row.dataset["entry"];
    const { top, height } = row.getBoundingClientRect();
    return isEntryId(id) ? [{ id, top, height }] : [];
  });
}

function scrollNear(y: number): void {
  if (y < edge) window.scrollBy(0, -scrollStep);
  else if (y > window.innerHeight - edge) window.scrollBy(0, scrollStep);
}
