import { digest } from "lib0/hash/sha256";
import * as v from "valibot";
import type * as Y from "yjs";

import { clauseText } from "../agreements/clause-text.ts";
import { clauseBody } from "../agreements/schema.ts";
import { readGoals } from "../goals/view.ts";
import { readNeeds } from "../needs/view.ts";
import type { Owner } from "../owners.ts";
import type { NeedKind } from "../needs/schema.ts";
import { Hash } from "./schema.ts";
import type { EntrySubject } from "./subjects.ts";

/** What can be assented to, as one plain text that is the same on every device. */
export interface Canonical {
  readonly text: string;
  /** Whose word it needs: one person's, or both partners'. */
  readonly owner: Owner;
}

/**
 * The words of an entry, as an assent is given to them; null where there is no such entry, or one
 * that nobody assents to. The forms are never changed, only joined by successors: the hashes of
 * what was agreed depend on them.
 */
export function canonicalOf({ room, entry }: EntrySubject, doc: Y.Doc): Canonical | null {
  if (room === "needs") {
    const need = readNeeds(doc).find(({ id }) => id === entry);
    return need ? { text: needWords(need), owner: need.owner } : null;
  }
  if (room === "goals") {
    const goal = readGoals(doc).find(({ id }) => id === entry);
    return goal ? { text: goalWords(goal), owner: goal.owner } : null;
  }
  if (!room.startsWith("agreement/")) return null;
  const body = clauseBody(doc, entry);
  return body ? { text: clauseText(body), owner: "ours" } : null;
}

interface NeedWords {
  readonly kind: NeedKind;
  readonly text: string;
  readonly help: string;
}

/** A need: its kind and its words on the first line; then what would help, where that is said. */
export function needWords({ kind, text, help }: NeedWords): string {
  if (plain(text) === "" && plain(help) === "") return "";
  return lines([`${kind}: ${plain(text)}`, labelled("what would help", help)]);
}

interface GoalWords {
  readonly title: string;
  readonly why: string;
  readonly steps: readonly {
    readonly cue: string;
    readonly action: string;
    readonly obstacle: string;
  }[];
}

/** A goal: its title, its why, and its steps in their order. How far it is does not count. */
export function goalWords({ title, why, steps }: GoalWords): string {
  const written = steps.map(({ cue, action, obstacle }) =>
    [labelled("when", cue), labelled("then", action), labelled("if it is hard", obstacle)]
      .filter((part) => part !== "")
      .join("; "),
  );
  const stepLines = written.filter((step) => step !== "").map((step) => `- ${step}`);
  return lines([plain(title), labelled("why", why), ...stepLines]);
}

const plain = (text: string): string => text.normalize("NFC").replaceAll(/\s+/g, " ").trim();

const labelled = (label: string, text: string): string =>
  plain(text) === "" ? "" : `${label}: ${plain(text)}`;

const lines = (parts: readonly string[]): string => parts.filter((part) => part !== "").join("\n");

/** Keeps a hash of these words from being taken for a hash of the same bytes made elsewhere. */
const domain = "concord assent 1\n";

/** The hash that stands for the exact words of a text. */
export function hashOf(text: string): Hash {
  const bytes = digest(new TextEncoder().encode(domain + text));
  return v.parse(Hash, Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""));
}
