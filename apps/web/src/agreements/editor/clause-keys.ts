import { clauseNodes, headingLevels } from "@concord/domain/agreements/clause-nodes";
import { baseKeymap } from "prosemirror-commands";
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { type Command, type Plugin, TextSelection } from "prosemirror-state";

import {
  indentItem,
  outdentItem,
  splitItem,
  toggleFormat,
  toParagraph,
} from "./clause-commands.ts";
import { nodeType } from "./schema.ts";

/** All the words of a clause, as a selection that formats apply to. */
const selectWords: Command = ({ doc, tr }, dispatch) => {
  const all = TextSelection.between(doc.resolve(0), doc.resolve(doc.content.size));
  dispatch?.(tr.setSelection(all));
  return true;
};

export interface History {
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Tab stays the browser's: it leaves the clause. Entries are indented with Ctrl+] and Ctrl+[. */
export function clauseKeys(history: History, toToolbar: () => void): Plugin[] {
  const always =
    (act: () => void): Command =>
    () => {
      act();
      return true;
    };
  return [
    keymap({
      "Mod-z": always(history.undo),
      "Mod-y": always(history.redo),
      "Mod-Shift-z": always(history.redo),
      "Mod-a": selectWords,
      "Mod-b": toggleFormat({ kind: "mark", mark: "strong" }),
      "Mod-i": toggleFormat({ kind: "mark", mark: "em" }),
      "Mod-Alt-0": toParagraph,
      ...Object.fromEntries(
        headingLevels.map((level) => [
          `Mod-Alt-${level}`,
          toggleFormat({ kind: "heading", level }),
        ]),
      ),
      "Mod-Shift-7": toggleFormat({ kind: "list", list: "orderedList" }),
      "Mod-Shift-8": toggleFormat({ kind: "list", list: "bulletList" }),
      "Mod-]": indentItem,
      "Mod-[": outdentItem,
      Enter: splitItem,
      "Alt-F10": always(toToolbar),
    }),
    keymap(baseKeymap),
  ];
}

/** What is typed at the start of a line: "# ", "## ", "### ", "- " and "1. ". */
export const typedFormats = (): Plugin =>
  inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,3})\s$/, nodeType(clauseNodes.heading), (match) => ({
        level: match[1]?.length ?? 1,
      })),
      wrappingInputRule(/^\s*[-*]\s$/, nodeType(clauseNodes.bulletList)),
      wrappingInputRule(/^1[.)]\s$/, nodeType(clauseNodes.orderedList)),
    ],
  });
