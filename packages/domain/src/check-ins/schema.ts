import * as v from "valibot";
import type * as Y from "yjs";

import { Day } from "../dates.ts";
import { type Entries, entryIn, textAt } from "../entries.ts";
import { EntryId } from "../ids.ts";
import { CheckInAnswer } from "./declared.ts";

/** How often both mean to check in; null is whenever they like. */
export const cadences = ["week", "two-weeks", "month"] as const;
export type Every = (typeof cadences)[number];

/** How often, and when next: the map of the document of room `check-ins`. */
export const cadenceIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap("details");

/** The lists of what both write down in the document of a room `check-in/<id>`. */
export const noteLists = ["appreciations", "help"] as const;
export type NoteList = (typeof noteLists)[number];

export const notesIn = (doc: Y.Doc, list: NoteList): Entries => doc.getMap(list);

/** The one thing that both look at together, in the document of a room `check-in/<id>`. */
export const issueText = (doc: Y.Doc): Y.Text => doc.getText("issue");

/** A note's text, to bind a field to; edits go through `editText`. */
export const noteText = (doc: Y.Doc, list: NoteList, id: EntryId): Y.Text | null =>
  textAt(entryIn(notesIn(doc, list), id), "text");

/** What one can say of oneself at a check-in, for oneself alone. */
export const scales = ["close", "backed", "rested", "honest"] as const;
export type Scale = (typeof scales)[number];

/** From 0, hardly, to 4, very much; null where it was passed over. */
export const ScaleValue = v.nullable(v.picklist([0, 1, 2, 3, 4]));
export type ScaleValue = v.InferOutput<typeof ScaleValue>;

/** Never shown to anybody but the person who gave them. */
export const Scales = v.object({
  close: ScaleValue,
  backed: ScaleValue,
  rested: ScaleValue,
  honest: ScaleValue,
});
export type Scales = v.InferOutput<typeof Scales>;

/** Body of `POST /api/spaces/:space/check-ins/:id/answer`: sealed until both are in. */
export const AnswerCheckIn = v.object({
  answer: v.pipe(
    CheckInAnswer,
    v.check(({ appreciation, issue, help }) => appreciation + issue + help !== "", "nothing said"),
  ),
  lines: Scales,
});
export type AnswerCheckIn = v.InferOutput<typeof AnswerCheckIn>;

/** `over`: its time has passed, whoever has answered and whoever hasn't. */
export const checkInStates = ["open", "revealed", "over"] as const;

/**
 * A check-in as one of its people may know it. All of it but `answered` and `mine` is the same for
 * both; nothing of it depends on whether the other has answered, until both have.
 */
export const CheckIn = v.object({
  id: EntryId,
  /** The day (UTC) on which it was begun. */
  day: Day,
  state: v.picklist(checkInStates),
  /** Begun while there was nobody else: it is one's own for ever, whoever joins later. */
  alone: v.boolean(),
  /** Whether the one who asks has answered. */
  answered: v.boolean(),
});
export type CheckIn = v.InferOutput<typeof CheckIn>;

/** Answer of `GET /api/spaces/:space/check-ins`: the latest first. */
export const CheckIns = v.object({ checkIns: v.array(CheckIn) });
export type CheckIns = v.InferOutput<typeof CheckIns>;

/** Answer of `GET /api/spaces/:space/check-ins/:id`, with what the one who asks has sealed in it. */
export const OneCheckIn = v.object({ ...CheckIn.entries, mine: v.nullable(CheckInAnswer) });
export type OneCheckIn = v.InferOutput<typeof OneCheckIn>;

/** Answer of `GET /api/spaces/:space/check-in-lines`: one's own, the earliest first. */
export const OwnLines = v.object({
  lines: v.array(v.object({ day: Day, scales: Scales })),
});
export type OwnLines = v.InferOutput<typeof OwnLines>;
