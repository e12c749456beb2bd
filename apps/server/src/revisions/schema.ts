import { PersonId } from "@concord/domain/ids";
import * as v from "valibot";

/** A stretch of writing: who took part in it, and on which day (UTC) it ended; no closer (S9). */
const Revision = v.object({
  id: v.number(),
  day: v.pipe(v.string(), v.isoDate()),
  authors: v.array(PersonId),
});

/** Answer of `GET /api/spaces/:space/rooms/:room/revisions`, the oldest first. */
export const Revisions = v.object({ revisions: v.array(Revision) });

/**
 * Answer of `GET /api/spaces/:space/rooms/:room/revisions/:id`: the document at its end as one
 * Yjs update (V1), in base64, and who each of its clientIDs is.
 */
export const RevisionDocument = v.object({
  ...Revision.entries,
  update: v.pipe(v.string(), v.base64()),
  writers: v.record(v.string(), PersonId),
});
