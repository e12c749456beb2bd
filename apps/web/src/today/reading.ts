import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import type * as Y from "yjs";

import type { OpenDocument } from "../workspace/open-document.ts";

/** How long (ms) what is being written may gather before it is read once more. */
const pause = 200;

/** What of a document this needs. */
type Readable = Pick<OpenDocument, "doc" | "state">;

/** Whether it is known what a document says, or that it says nothing to us. */
export const isSettled = (document: Readable): boolean => document.state().kind !== "opening";

/** What a document says, again and again as it changes; null before it is open, and where it isn't. */
export function createReading<Value>(
  document: Accessor<Readable>,
  read: (doc: Y.Doc) => Value,
): Accessor<Value | null> {
  const [version, setVersion] = createSignal(0);
  createEffect(() => {
    const { doc } = document();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      setVersion((count) => count + 1);
    };
    const onUpdate = () => (timer ??= setTimeout(look, pause));
    doc.on("update", onUpdate);
    onCleanup(() => {
      doc.off("update", onUpdate);
      clearTimeout(timer);
    });
  });
  return createMemo(() => {
    version();
    const { doc, state } = document();
    return state().kind === "open" ? read(doc) : null;
  });
}
