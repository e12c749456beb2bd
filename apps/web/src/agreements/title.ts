import { agreementTitle } from "@concord/domain/agreements/schema";
import { type Accessor, createSignal, onCleanup } from "solid-js";
import type * as Y from "yjs";

/** An agreement's title as it stands. */
export function createTitle(doc: Y.Doc): Accessor<string> {
  const text = agreementTitle(doc);
  const [title, setTitle] = createSignal(text.toJSON());
  const follow = () => setTitle(text.toJSON());
  text.observe(follow);
  onCleanup(() => text.unobserve(follow));
  return title;
}
