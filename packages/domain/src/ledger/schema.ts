import * as v from "valibot";

import { CheckInAnswer } from "../check-ins/declared.ts";
import { Day } from "../dates.ts";
import { DeclarationId, PersonId } from "../ids.ts";
import { PromiseBody } from "../promises/declared.ts";
import { Subject } from "./subjects.ts";
import { DeclaredWords } from "./words.ts";

/** A SHA-256 in lower-case hexadecimal. */
export const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "not a hash"), v.brand("Hash"));
export type Hash = v.InferOutput<typeof Hash>;

const WordsBody = v.object({ words: DeclaredWords });
const NoBody = v.object({});

const Whose = v.union([PersonId, v.literal("ours")]);

/**
 * An assent names the words by their hash; the server keeps the words themselves with it. `owner`
 * is whose they were when they were read: it is refused where they are another's by then.
 */
const AssentByHash = v.object({ hash: Hash, owner: v.optional(Whose) });

/**
 * An assent as it is kept: the exact words, the day of review that stood beside them, and whose
 * words they were. Who said "this is what I mean" has not agreed to it for two, nor let it be
 * given to somebody else. Without an owner it is read as given for whosever words they are now.
 */
export const AssentBody = v.object({
  text: v.string(),
  hash: Hash,
  reviewOn: v.nullable(Day),
  owner: v.optional(Whose),
});
export type AssentBody = v.InferOutput<typeof AssentBody>;

/**
 * Body of `POST /api/spaces/:space/declarations`: what one person declares, by themselves.
 * `subject` says what about; each kind has its own `body`.
 */
export const Declare = v.variant("kind", [
  v.object({ kind: v.literal("assent"), subject: Subject, body: AssentByHash }),
  v.object({ kind: v.literal("backing"), subject: Subject, body: WordsBody }),
  v.object({ kind: v.literal("promise"), subject: Subject, body: PromiseBody }),
  v.object({ kind: v.literal("appreciation"), subject: Subject, body: WordsBody }),
  v.object({ kind: v.literal("calendar"), subject: Subject, body: NoBody }),
]);
export type Declare = v.InferOutput<typeof Declare>;

const kept = <Kind extends string, Body extends v.GenericSchema>(kind: Kind, body: Body) =>
  v.object({
    /** Counts up within a space; a page that knows up to one asks for what came after it. */
    seq: v.number(),
    id: DeclarationId,
    author: PersonId,
    kind: v.literal(kind),
    subject: Subject,
    body,
    /** The day (UTC) and no closer (S9). */
    day: Day,
  });

/**
 * One row of the ledger: what was declared in full, by whom. Rows are only ever added: a later one
 * of the same author, kind and subject supersedes it; a `withdrawal` (subject: `declaration/<id>`)
 * takes it back.
 */
export const Declaration = v.variant("kind", [
  kept("assent", AssentBody),
  kept("backing", WordsBody),
  kept("promise", PromiseBody),
  kept("appreciation", WordsBody),
  kept("calendar", NoBody),
  /** Both at once, by the server, when both sealed answers are in; never declared by itself. */
  kept("check-in-answer", CheckInAnswer),
  kept("withdrawal", NoBody),
]);
export type Declaration = v.InferOutput<typeof Declaration>;
export type DeclarationKind = Declaration["kind"];
export type DeclarationOf<Kind extends DeclarationKind> = Extract<Declaration, { kind: Kind }>;

/** Answer of `GET /api/spaces/:space/declarations?after=`: the next rows, in their order. */
export const Declarations = v.object({
  declarations: v.array(Declaration),
  /** Whether there are more after these. */
  more: v.boolean(),
});
export type Declarations = v.InferOutput<typeof Declarations>;
