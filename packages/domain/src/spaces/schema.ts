import * as v from "valibot";

import { plainLine } from "../accounts/schema.ts";
import { PersonId, SpaceId } from "../ids.ts";
import { Grant } from "../observers/schema.ts";
import { RoomPath } from "../rooms.ts";

export const SpaceName = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(80),
  v.regex(plainLine, "not a name"),
);

/** Body of `POST /api/spaces`; the answer is `{ id }`. */
export const CreateSpace = v.object({ name: v.optional(SpaceName, "") });
export const CreatedSpace = v.object({ id: SpaceId });

/** Answer of `POST /api/spaces/:space/invitations`. `expiresAt` is ms since the epoch. */
export const Invitation = v.object({ code: v.string(), url: v.string(), expiresAt: v.number() });
export type Invitation = v.InferOutput<typeof Invitation>;

/** Answer of `GET /api/invitations/:code`, for whoever holds a code that still works. */
export const InvitationPreview = v.object({ inviter: v.string(), expiresAt: v.number() });
export type InvitationPreview = v.InferOutput<typeof InvitationPreview>;

/** Answer of `POST /api/invitations/:code/accept`. */
export const Joined = v.object({ space: SpaceId });

export const Partner = v.object({
  id: PersonId,
  name: v.string(),
  seat: v.picklist([1, 2]),
});
export type Partner = v.InferOutput<typeof Partner>;

/**
 * Answer of `GET /api/spaces/:space`. An observer sees the partners' names, their own grants and
 * the rooms open to them now; a partner sees every grant that has not ended, and all rooms. In a
 * closed space the partners are those who wrote it, the one who has left included (S16).
 */
export const Space = v.object({
  id: SpaceId,
  name: v.string(),
  partners: v.array(Partner),
  /** Somebody has left: it can be read, and nothing is added any more. */
  closed: v.optional(v.boolean(), false),
  you: v.variant("role", [
    v.object({ role: v.literal("partner"), id: PersonId, seat: v.picklist([1, 2]) }),
    v.object({ role: v.literal("observer"), id: PersonId, rooms: v.array(RoomPath) }),
  ]),
  grants: v.array(Grant),
  /** Whether an invitation for the second place is still open, and until when (ms). */
  invitedUntil: v.nullable(v.number()),
});
export type Space = v.InferOutput<typeof Space>;
