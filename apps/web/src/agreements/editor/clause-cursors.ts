import type { AwarenessUser } from "@concord/domain/people";
import { Plugin, PluginKey } from "prosemirror-state";
import { DecorationSet, type EditorView } from "prosemirror-view";
import {
  absolutePositionToRelativePosition,
  createDecorations,
  ySyncPluginKey,
} from "y-prosemirror";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";

import { parseUser } from "../../workspace/presence.ts";
import styles from "./clause.module.css";

const key = new PluginKey<DecorationSet>("concord-cursors");

/**
 * Where the others are in this clause, in their own hue, and where we are, for them. The binding's
 * own plugin lets a clause that closes take away the cursor that stands in another one, and draws
 * with style attributes, which the content security policy refuses.
 */
export function clauseCursors(awareness: Awareness, body: Y.XmlFragment): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, known, _, state) => {
        const moved = tr.getMeta(key) === true || ySyncPluginKey.getState(state)?.isChangeOrigin;
        if (!moved) return known.map(tr.mapping, tr.doc);
        return createDecorations(state, awareness, isOther, cursor, selection);
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => {
      const stopShowing = showOthers(view, awareness);
      const sender = makeSender(awareness, body);
      const gone = () => sender.leave();
      view.dom.addEventListener("focusout", gone);
      const here = () => sender.move(view);
      view.dom.addEventListener("focusin", here);
      return {
        update: here,
        destroy: () => {
          stopShowing();
          sender.leave();
          view.dom.removeEventListener("focusout", gone);
          view.dom.removeEventListener("focusin", here);
        },
      };
    },
  });
}

const isOther = (own: number, other: number, state: { readonly user?: unknown }): boolean =>
  own !== other && parseUser(state.user) !== null;

/** Draws again when somebody's state changed, once for all that came together. */
function showOthers(view: EditorView, awareness: Awareness): () => void {
  let asked = false;
  let gone = false;
  const draw = () => {
    asked = false;
    if (!gone) view.dispatch(view.state.tr.setMeta(key, true).setMeta("addToHistory", false));
  };
  const ask = ({ added, updated, removed }: Record<"added" | "updated" | "removed", number[]>) => {
    const others = [...added, ...updated, ...removed].some((id) => id !== awareness.clientID);
    if (!others || asked) return;
    asked = true;
    queueMicrotask(draw);
  };
  awareness.on("change", ask);
  ask({ added: [...awareness.getStates().keys()], updated: [], removed: [] });
  return () => {
    gone = true;
    awareness.off("change", ask);
  };
}

/** Tells where this person's own caret is, while this clause has it. */
function makeSender(awareness: Awareness, body: Y.XmlFragment) {
  let sent: { readonly anchor: Y.RelativePosition; readonly head: Y.RelativePosition } | null =
    null;
  return {
    move: (view: EditorView) => {
      if (!view.editable || !view.hasFocus()) return;
      const mapping = ySyncPluginKey.getState(view.state)?.binding?.mapping;
      const relative = (at: number): Y.RelativePosition =>
        absolutePositionToRelativePosition(at, body, mapping);
      const { anchor, head } = view.state.selection;
      const next = { anchor: relative(anchor), head: relative(head) };
      const told = awareness.getLocalState()?.["cursor"] === sent;
      if (sent && told && isSame(sent.anchor, next.anchor) && isSame(sent.head, next.head)) return;
      sent = next;
      awareness.setLocalStateField("cursor", next);
    },
    leave: () => {
      if (sent && awareness.getLocalState()?.["cursor"] === sent) {
        awareness.setLocalStateField("cursor", null);
      }
      sent = null;
    },
  };
}

const isSame = Y.compareRelativePositions;

const hueOf = (user: AwarenessUser | null): string =>
  (user?.seat === 1 ? styles["one"] : user?.seat === 2 ? styles["two"] : styles["observer"]) ?? "";

function cursor(raw: unknown): HTMLElement {
  const user = parseUser(raw);
  const caret = document.createElement("span");
  caret.className = `${styles["caret"]} ${hueOf(user)}`;
  caret.setAttribute("aria-hidden", "true");
  const flag = document.createElement("span");
  flag.className = styles["flag"] ?? "";
  flag.textContent = user?.name ?? "";
  // The word joiners keep the browser from breaking the line at the caret.
  caret.append("\u2060", flag, "\u2060");
  return caret;
}

const selection = (raw: unknown) => ({
  class: `${styles["selected"]} ${hueOf(parseUser(raw))}`,
});
