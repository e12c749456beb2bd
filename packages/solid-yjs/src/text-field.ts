import { createMemo, createRenderEffect, onCleanup, untrack } from "solid-js";
import type * as Y from "yjs";

import { makeTextField, type TextElement, type TextFieldHooks } from "./text-binding.ts";

export interface TextFieldOptions extends TextFieldHooks {
  /** Finds the text. It is looked for again whenever `value` has changed. */
  readonly text: () => Y.Text | null;
  /** Reads the text's words reactively: an undone removal puts another Y.Text in its place. */
  readonly value: () => string;
}

/** Binds an `<input>` or `<textarea>` to a shared text, until the owner ends. */
export function createTextField(element: TextElement, options: TextFieldOptions): void {
  const text = createMemo(() => {
    options.value();
    return untrack(() => options.text());
  });
  createRenderEffect(() => {
    const bound = text();
    if (bound) onCleanup(untrack(() => makeTextField(element, bound, options)));
    else element.value = "";
  });
}
