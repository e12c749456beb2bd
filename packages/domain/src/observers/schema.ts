import * as v from "valibot";

import { GrantId, PersonId, SpaceId } from "../ids.ts";
import { RoomPath } from "../rooms.ts";

/** An end time: ISO 8601 with an offset, or ms since the epoch. Parsed to ms. */
const Until = v.union([
  v.pipe(v.number(), v.integer()),
  v.pipe(
    v.string(),
    v.isoTimestamp(),
    v.transform((text) => Date.parse(text)),
  ),
]);

/** Body of `POST /api/spaces/:space/grants`: which rooms, until when. */
export const CreateGrant = v.object({
  rooms: v.pipe(
    v.array(RoomPath),
    v.minLength(1),
    v.maxLength(100),
    v.transform((rooms) => [...new Set(rooms)]),
  ),
  until: Until,
});

/** Answer of `POST /api/spaces/:space/grants`: the link is for the observer. */
export const CreatedGrant = v.object({ id: GrantId, code: v.string(), url: v.string() });
export type CreatedGrant = v.InferOutput<typeof CreatedGrant>;

/** A grant as both partners, and its own observer, see it. */
export const Grant = v.object({
  id: GrantId,
  observer: v.nullable(v.object({ id: PersonId, name: v.string() })),
  rooms: v.array(RoomPath),
  until: v.number(),
  /** The partners who have consented so far. */
  consents: v.array(PersonId),
  inEffect: v.boolean(),
});
export type Grant = v.InferOutput<typeof Grant>;

/** Answer of `GET /api/grants/:code`, for whoever holds a code that still works. */
export const GrantPreview = v.object({
  partners: v.array(v.string()),
  rooms: v.array(RoomPath),
  until: v.number(),
});
export type GrantPreview = v.InferOutput<typeof GrantPreview>;

/** Answer of `POST /api/grants/:code/accept`. */
export const AcceptedGrant = v.object({ id: GrantId, space: SpaceId });
