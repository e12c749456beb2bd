import {
  clauseMarks,
  clauseNodes,
  type HeadingLevel,
} from "@concord/domain/agreements/clause-nodes";
import { chainCommands, lift, setBlockType, toggleMark } from "prosemirror-commands";
import type { NodeType } from "prosemirror-model";
import {
  liftListItem,
  sinkListItem,
  splitListItem,
  wrapRangeInList,
} from "prosemirror-schema-list";
import type { Command, EditorState } from "prosemirror-state";

import { markType, nodeType } from "./schema.ts";

/** What the toolbar and the keys do with the words of a clause. */
export type Format =
  | { readonly kind: "mark"; readonly mark: keyof typeof clauseMarks }
  | { readonly kind: "heading"; readonly level: HeadingLevel }
  | { readonly kind: "list"; readonly list: "bulletList" | "orderedList" };

/** Whether the words at the selection have that format. */
export function isFormatted(state: EditorState, format: Format): boolean {
  if (format.kind === "mark") return hasMark(state, format.mark);
  if (format.kind === "list") return listAround(state) === nodeType(clauseNodes[format.list]);
  const { parent } = state.selection.$from;
  return parent.hasMarkup(nodeType(clauseNodes.heading), { level: format.level });
}

/** Gives the words at the selection that format, or takes it away. */
export function toggleFormat(format: Format): Command {
  if (format.kind === "mark") return toggleMark(markType(clauseMarks[format.mark]));
  if (format.kind === "list") return toggleList(nodeType(clauseNodes[format.list]));
  const toHeading = setBlockType(nodeType(clauseNodes.heading), { level: format.level });
  return (state, dispatch) =>
    isFormatted(state, format) ? toParagraph(state, dispatch) : toHeading(state, dispatch);
}

export const toParagraph: Command = setBlockType(nodeType(clauseNodes.paragraph));

const item = nodeType(clauseNodes.listItem);
export const splitItem: Command = splitListItem(item);
export const indentItem: Command = sinkListItem(item);
export const outdentItem: Command = liftListItem(item);

function hasMark(state: EditorState, mark: keyof typeof clauseMarks): boolean {
  const { from, to, empty, $from } = state.selection;
  const type = markType(clauseMarks[mark]);
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

/** The kind of the innermost list that the selection starts in. */
function listAround(state: EditorState): NodeType | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type === item) return $from.node(depth - 1).type;
  }
  return null;
}

function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const around = listAround(state);
    if (around === type) return chainCommands(outdentItem, lift)(state, dispatch);
    if (around) return changeList(type)(state, dispatch);
    return wrapInParagraphs(type)(state, dispatch);
  };
}

/** A list's entry starts with a paragraph: headings become paragraphs first. */
function wrapInParagraphs(type: NodeType): Command {
  return ({ selection, tr }, dispatch) => {
    tr.setBlockType(selection.from, selection.to, nodeType(clauseNodes.paragraph));
    const range = tr.selection.$from.blockRange(tr.selection.$to);
    if (!range || !wrapRangeInList(dispatch ? tr : null, range, type)) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** The list around the selection becomes one of another kind; its entries stay as they are. */
function changeList(type: NodeType): Command {
  return ({ selection: { $from }, tr }, dispatch) => {
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      if ($from.node(depth).type !== item) continue;
      dispatch?.(tr.setNodeMarkup($from.before(depth - 1), type));
      return true;
    }
    return false;
  };
}
