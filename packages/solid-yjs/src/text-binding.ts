import type * as Y from "yjs";

import { type History, historyByInput, historyByKey } from "./history-events.ts";
import {
  diffSplice,
  type Selection,
  type Splice,
  transformSelection,
  transformSplice,
} from "./splice.ts";
import { splicesOf, wordsOf } from "./y-text.ts";

/** What the binding needs of an `<input type="text">` or a `<textarea>`. */
export interface TextElement extends EventTarget {
  value: string;
  scrollTop: number;
  readonly tagName: string;
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
  readonly selectionDirection: "forward" | "backward" | "none" | null;
  setSelectionRange(start: number, end: number, direction?: "forward" | "backward" | "none"): void;
  matches(selector: string): boolean;
}

export interface TextFieldHooks {
  /** The command that edits the text. */
  readonly edit: (text: Y.Text, splice: Splice) => void;
  /** What the browser's own undo is replaced by: it would undo the partner's words too. */
  readonly undo: () => void;
  readonly redo: () => void;
}

const events = ["input", "compositionstart", "compositionend", "beforeinput", "keydown"];

/** Keeps a field and a Y.Text alike, both ways, character by character. Returns what ends it. */
export function makeTextField(
  element: TextElement,
  text: Y.Text,
  hooks: TextFieldHooks,
): () => void {
  const binding = new TextBinding(element, text, hooks);
  for (const name of events) element.addEventListener(name, binding);
  text.observe(binding.received);
  return () => {
    for (const name of events) element.removeEventListener(name, binding);
    text.unobserve(binding.received);
  };
}

/**
 * Invariants: `shown` is what the field held when it and the text were last alike. While an input
 * method composes, the field is not touched: what others write then waits in `pending`, and what
 * is typed after the first of it waits too.
 */
class TextBinding implements EventListenerObject {
  readonly #element: TextElement;
  readonly #text: Y.Text;
  readonly #hooks: TextFieldHooks;
  #shown = "";
  #composing = false;
  #sending = false;
  #pending: Splice[] = [];

  constructor(element: TextElement, text: Y.Text, hooks: TextFieldHooks) {
    this.#element = element;
    this.#text = text;
    this.#hooks = hooks;
    this.#draw(this.#selection());
  }

  handleEvent(event: Event): void {
    switch (event.type) {
      case "input":
        return this.#typed();
      case "compositionstart":
        this.#composing = true;
        return;
      case "compositionend":
        return this.#composed();
      case "beforeinput":
        return this.#takeHistory(event, historyByInput(event));
      default:
        return this.#takeHistory(event, historyByKey(event));
    }
  }

  readonly received = (event: Y.YTextEvent): void => {
    if (this.#sending) return;
    const splices = splicesOf(event);
    if (this.#composing) this.#pending.push(...splices);
    else this.#draw(splices.reduce(transformSelection, this.#selection()));
  };

  #typed(): void {
    if (this.#pending.length > 0) return;
    const selection = this.#selection();
    const splice = diffSplice(this.#shown, this.#element.value, selection.end);
    if (splice) this.#send([splice], selection);
  }

  #composed(): void {
    const others = this.#pending;
    this.#pending = [];
    this.#composing = false;
    const selection = this.#selection();
    const splice = diffSplice(this.#shown, this.#element.value, selection.end);
    if (splice) {
      const own = others.reduce(againstOther, [splice]);
      this.#send(own, follow(selection, splice, own));
    } else this.#draw(others.reduce(transformSelection, selection));
  }

  #send(splices: readonly Splice[], selection: Selection): void {
    this.#sending = true;
    try {
      for (const splice of splices) this.#hooks.edit(this.#text, splice);
    } finally {
      this.#sending = false;
    }
    if (this.#composing) this.#shown = this.#element.value;
    else this.#draw(selection);
  }

  #draw({ start, end }: Selection): void {
    const element = this.#element;
    this.#shown = fitting(element, wordsOf(this.#text));
    if (element.value === this.#shown) return;
    // Elsewhere nothing else is touched: to ask where a field is scrolled lays out the page, and
    // some browsers give the focus to a field whose selection is set.
    if (!element.matches(":focus")) {
      element.value = this.#shown;
      return;
    }
    const { scrollTop, selectionDirection } = element;
    element.value = this.#shown;
    element.scrollTop = scrollTop;
    element.setSelectionRange(start, end, selectionDirection ?? "none");
  }

  #selection(): Selection {
    const end = this.#element.selectionEnd ?? this.#element.value.length;
    return { start: this.#element.selectionStart ?? end, end };
  }

  #takeHistory(event: Event, history: History): void {
    if (!history) return;
    event.preventDefault();
    this.#hooks[history]();
  }
}

const againstOther = (own: readonly Splice[], other: Splice): readonly Splice[] =>
  own.flatMap((splice) => transformSplice(splice, other));

/** Keeps the caret as far behind the end of what was typed as it was before that moved. */
function follow(selection: Selection, typed: Splice, moved: readonly Splice[]): Selection {
  const by = (moved.at(-1) ?? typed).index - typed.index;
  return { start: selection.start + by, end: selection.end + by };
}

/** What the field can hold without changing it, character for character. */
function fitting(element: TextElement, words: string): string {
  return words.replaceAll(element.tagName === "TEXTAREA" ? /\r/g : /[\r\n]/g, " ");
}
