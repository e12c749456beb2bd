import type { Day } from "../dates.ts";
import type { PersonId } from "../ids.ts";
import type { Owner } from "../owners.ts";
import type { DeclarationOf, Hash } from "./schema.ts";
import type { Subject } from "./subjects.ts";
import type { LedgerView } from "./view.ts";

export type Assent = DeclarationOf<"assent">;

/** How an entry's words stand with those whose word they need. */
export interface Assents {
  /** Whose word it needs: its owner's, or both partners'. */
  readonly asked: readonly PersonId[];
  /** Those who stand by the words as they are now. */
  readonly agreed: readonly Assent[];
  /** Those who stood by other words, or by these while they were somebody else's. */
  readonly changed: readonly Assent[];
  /** Asked, and without a standing word of any kind. */
  readonly open: readonly PersonId[];
  /**
   * The words that all who are asked stand by together, though they may have been edited since;
   * since the day of the last assent. Null where there are none.
   */
  readonly inForce: {
    readonly text: string;
    readonly since: Day;
    readonly reviewOn: Day | null;
    /** Whether these are the words as they are now. */
    readonly isCurrent: boolean;
  } | null;
}

/**
 * Reads the ledger about one entry. `current` is the hash of its words as they stand on this
 * device. An agreement of two needs two: one partner alone never brings it into force.
 */
export function readAssents(
  ledger: LedgerView,
  about: {
    readonly subject: Subject;
    readonly owner: Owner;
    readonly current: Hash;
    readonly partners: readonly PersonId[];
  },
): Assents {
  const { subject, owner, current, partners } = about;
  const asked = owner === "ours" ? partners : partners.filter((partner) => partner === owner);
  const given = ledger
    .standing("assent", subject)
    .filter(({ author }) => partners.includes(author));
  const isMeant = ({ author, body }: Assent) =>
    asked.includes(author) && (body.owner ?? owner) === owner;
  const standing = given.filter(isMeant);
  const needed = owner === "ours" ? 2 : 1;
  const [first] = standing;
  const agree =
    standing.length === needed && standing.every(({ body }) => body.hash === first?.body.hash);
  const last = standing.at(-1);
  const isCurrent = (row: Assent) => isMeant(row) && row.body.hash === current;
  return {
    asked,
    agreed: given.filter(isCurrent),
    changed: given.filter((row) => !isCurrent(row) && isTheirs(row, asked)),
    open: asked.filter((person) => !given.some(({ author }) => author === person)),
    inForce:
      agree && last
        ? {
            text: last.body.text,
            since: last.day,
            reviewOn: last.body.reviewOn,
            isCurrent: last.body.hash === current,
          }
        : null,
  };
}

/** Whether somebody stood by words as one who was to be asked, then or now. */
const isTheirs = ({ author, body }: Assent, asked: readonly PersonId[]): boolean =>
  asked.includes(author) || body.owner === "ours" || body.owner === author;
