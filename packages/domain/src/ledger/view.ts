import type { PersonId } from "../ids.ts";
import type { Declaration, DeclarationKind, DeclarationOf } from "./schema.ts";
import type { Subject } from "./subjects.ts";

/** The ledger of a space as it stands: who has declared what, and not taken it back. */
export interface LedgerView {
  /** What stands about a subject, the earliest first: of each author the latest of that kind. */
  standing<Kind extends DeclarationKind>(
    kind: Kind,
    subject: Subject,
  ): readonly DeclarationOf<Kind>[];
  /** The latest of one author, or null where there is none or they have taken it back. */
  of<Kind extends DeclarationKind>(
    kind: Kind,
    subject: Subject,
    author: PersonId,
  ): DeclarationOf<Kind> | null;
  /** All that was ever declared about a subject and not taken back, superseded or not. */
  history<Kind extends DeclarationKind>(
    kind: Kind,
    subject: Subject,
  ): readonly DeclarationOf<Kind>[];
  /** Who was the first to declare that about a subject, taken back or not; null where nobody did. */
  begunBy(kind: DeclarationKind, subject: Subject): PersonId | null;
  /** The subjects that anything of that kind was declared about and stands, the earliest first. */
  subjects(kind: DeclarationKind): readonly Subject[];
}

const keyOf = (kind: DeclarationKind, subject: Subject): string => `${kind} ${subject}`;

/** What a row takes back: a declaration of its own author, and nobody else's (S4). */
const withdrawnBy = (declaration: Declaration): string | null =>
  declaration.kind === "withdrawal"
    ? ownRow(declaration.author, declaration.subject.replace(/^declaration\//, ""))
    : null;

const ownRow = (author: PersonId, id: string): string => `${author} ${id}`;

/** Folds rows, in the order of their `seq`, into what stands. */
export function viewLedger(declarations: readonly Declaration[]): LedgerView {
  const withdrawals = new Set(declarations.map(withdrawnBy));
  const isWithdrawn = ({ author, id }: Declaration) => withdrawals.has(ownRow(author, id));
  const rows = new Map<string, Declaration[]>();
  for (const declaration of declarations) {
    if (declaration.kind === "withdrawal") continue;
    const key = keyOf(declaration.kind, declaration.subject);
    const known = rows.get(key);
    if (known) known.push(declaration);
    else rows.set(key, [declaration]);
  }
  const all = <Kind extends DeclarationKind>(kind: Kind, subject: Subject) =>
    (rows.get(keyOf(kind, subject)) ?? []).filter(
      (row): row is DeclarationOf<Kind> => row.kind === kind,
    );
  const standing = <Kind extends DeclarationKind>(kind: Kind, subject: Subject) => {
    const latest = new Map<PersonId, DeclarationOf<Kind>>();
    for (const row of all(kind, subject)) latest.set(row.author, row);
    return [...latest.values()]
      .filter((row) => !isWithdrawn(row))
      .toSorted((a, b) => a.seq - b.seq);
  };
  return {
    standing,
    of: (kind, subject, author) =>
      standing(kind, subject).find((row) => row.author === author) ?? null,
    history: (kind, subject) => all(kind, subject).filter((row) => !isWithdrawn(row)),
    begunBy: (kind, subject) => all(kind, subject)[0]?.author ?? null,
    subjects(kind) {
      const found = [...rows.values()].flatMap(([first]) =>
        first?.kind === kind ? [first.subject] : [],
      );
      return found.filter((subject) => standing(kind, subject).length > 0);
    },
  };
}
