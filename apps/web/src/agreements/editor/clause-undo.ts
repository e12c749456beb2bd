import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import {
  getRelativeSelection,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from "y-prosemirror";
import type * as Y from "yjs";

type Position = ReturnType<typeof getRelativeSelection>;

const key = new PluginKey<Position | null>("concord-undo");

/**
 * Lets several clauses share one undo manager. The binding's own plugin destroys the manager with
 * the first view that goes, and puts the caret back one change too late.
 */
export function clauseUndo(manager: Y.UndoManager, body: Y.XmlFragment): Plugin<Position | null> {
  return new Plugin<Position | null>({
    key,
    state: {
      init: () => null,
      apply: (_, __, before) => {
        const binding = ySyncPluginKey.getState(before)?.binding;
        return binding ? getRelativeSelection(binding, before) : null;
      },
    },
    view: (view) => {
      const isHere = (changed: ReadonlyMap<unknown, unknown>) => changed.has(body);
      const added = manager.on("stack-item-added", ({ stackItem, changedParentTypes }) => {
        if (isHere(changedParentTypes)) stackItem.meta.set(body, key.getState(view.state));
      });
      const popped = manager.on("stack-item-popped", ({ stackItem, changedParentTypes }) => {
        if (isHere(changedParentTypes)) goBack(view, stackItem.meta.get(body));
      });
      return {
        destroy: () => {
          manager.off("stack-item-added", added);
          manager.off("stack-item-popped", popped);
        },
      };
    },
  });
}

/** Shows what has just been undone or done again: the caret goes where it was. */
function goBack(view: EditorView, position: Position | null | undefined): void {
  const ystate = ySyncPluginKey.getState(view.state);
  const absolute = (relative: unknown): number | null =>
    relative
      ? relativePositionToAbsolutePosition(
          ystate.doc,
          ystate.type,
          relative,
          ystate.binding.mapping,
        )
      : null;
  const anchor = absolute(position?.anchor);
  const head = absolute(position?.head);
  if (anchor !== null && head !== null) {
    const { tr } = view.state;
    const at = (place: number) => tr.doc.resolve(Math.min(place, tr.doc.content.size));
    view.dispatch(tr.setSelection(TextSelection.between(at(anchor), at(head))).scrollIntoView());
  }
  view.focus();
}
