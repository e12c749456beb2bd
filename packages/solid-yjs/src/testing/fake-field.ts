import type { TextElement } from "../text-binding.ts";

type Direction = "forward" | "backward" | "none";

/** A field without a browser: it holds words and a selection, and tells of what is typed. */
export class FakeField extends EventTarget implements TextElement {
  readonly tagName: "INPUT" | "TEXTAREA";
  focused = true;
  scrollTop = 0;
  selectionStart = 0;
  selectionEnd = 0;
  selectionDirection: Direction = "none";
  /** How often the words were set from outside, which a composing input method cannot bear. */
  sets = 0;
  #value = "";

  constructor(tagName: "INPUT" | "TEXTAREA" = "TEXTAREA") {
    super();
    this.tagName = tagName;
  }

  get value(): string {
    return this.#value;
  }

  /** As a browser does it: line ends are made its own, and the caret goes to the end. */
  set value(words: string) {
    this.sets += 1;
    this.#value =
      this.tagName === "INPUT" ? words.replaceAll(/[\r\n]/g, "") : words.replaceAll(/\r\n?/g, "\n");
    this.selectionStart = this.#value.length;
    this.selectionEnd = this.#value.length;
    this.selectionDirection = "none";
  }

  select(start: number, end = start): void {
    this.setSelectionRange(start, end);
  }

  setSelectionRange(start: number, end: number, direction: Direction = "none"): void {
    this.selectionStart = start;
    this.selectionEnd = end;
    this.selectionDirection = direction;
  }

  matches(): boolean {
    return this.focused;
  }

  /** Types or pastes over the selection. */
  type(words: string): void {
    const { selectionStart: start, selectionEnd: end } = this;
    this.#value = this.#value.slice(0, start) + words + this.#value.slice(end);
    this.select(start + words.length);
    this.tell("input");
  }

  backspace(): void {
    if (this.selectionStart === this.selectionEnd) this.selectionStart -= 1;
    this.type("");
  }

  /** What an input method does: the composed words so far replace those before. */
  compose(words: string): void {
    this.type(words);
    this.selectionStart -= words.length;
  }

  /** Dispatches an event; says whether the browser's own doing was prevented. */
  tell(type: string, fields: Readonly<Record<string, unknown>> = {}): boolean {
    return !this.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), fields));
  }
}
