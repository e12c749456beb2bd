import type * as Y from "yjs";

/** Every command's name: the feature, then what it does. */
export type CommandName =
  | `needs/${"add" | "owner" | "kind" | "status" | "move" | "remove"}`
  | `goals/${"add" | "copy" | "owner" | "backing" | "progress" | "celebrate" | "move" | "remove"}`
  | `goals/steps/${"add" | "date" | "done" | "move" | "remove"}`
  | `agreements/${"add" | "rename" | "move" | "remove" | "review"}`
  | `agreements/clauses/${"add" | "move" | "remove" | "write"}`
  | `asks/${string}`
  | `check-ins/${string}`
  | `self-check/${"keep" | "forget"}`
  | `balance/${"set" | "share" | "remove"}`
  | `notebook/${"add" | "remove" | "move"}`
  | `drafts/${"add" | "remove" | "kind"}`
  | "text/edit";

/**
 * The origin of everything that this person's own hand did. Yjs compares a transaction's origin
 * by identity and by constructor, so `trackedOrigins: new Set([Command])` follows all commands.
 */
export class Command {
  readonly name: CommandName;

  constructor(name: CommandName) {
    this.name = name;
  }
}

/** One command is one transaction: all of it reaches the partner, and is undone, together. */
export function run(doc: Y.Doc, name: CommandName, change: () => void): void {
  doc.transact(change, new Command(name));
}
