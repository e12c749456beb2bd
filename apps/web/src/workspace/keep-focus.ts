import { type Accessor, createComputed, createEffect, on } from "solid-js";

interface Place {
  readonly element: HTMLElement;
  readonly restore: () => void;
}

/**
 * Keeps focus, caret and selection where they are when a list's rows change places. A browser
 * takes the focus from an element that is moved within the page, and a row may be moved because
 * the partner moved another one. `order` is what the rows are drawn from.
 */
export function createFocusKeeper(
  list: () => HTMLElement | undefined,
  order: Accessor<unknown>,
): void {
  let place: Place | null = null;
  // Computations run before the page is drawn, effects after.
  createComputed(on(order, () => (place = placeWithin(list()))));
  createEffect(
    on(order, () => {
      const { element } = place ?? {};
      if (element?.isConnected && document.activeElement !== element) place?.restore();
      place = null;
    }),
  );
}

function placeWithin(list: HTMLElement | undefined): Place | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || !list?.contains(element)) return null;
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    return { element, restore: fieldRestorer(element) };
  }
  return { element, restore: element.isContentEditable ? richRestorer(element) : focus(element) };
}

const focus = (element: HTMLElement) => () => element.focus({ preventScroll: true });

function fieldRestorer(field: HTMLInputElement | HTMLTextAreaElement): () => void {
  const { selectionStart, selectionEnd, selectionDirection, scrollTop } = field;
  return () => {
    field.focus({ preventScroll: true });
    if (selectionStart === null) return;
    field.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? "none");
    field.scrollTop = scrollTop;
  };
}

function richRestorer(element: HTMLElement): () => void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
  return () => {
    element.focus({ preventScroll: true });
    if (!anchorNode || !focusNode || anchorOffset === undefined) return;
    document
      .getSelection()
      ?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset ?? anchorOffset);
  };
}
