import type { SpaceId } from "@concord/domain/ids";
import {
  CreatedSpace,
  Invitation,
  InvitationPreview,
  Joined,
  Space,
} from "@concord/domain/spaces/schema";
import * as v from "valibot";

import { request } from "../api/request.ts";
import type { Result } from "../api/result.ts";

export const fetchSpace = (space: SpaceId): Promise<Result<Space>> =>
  request(Space, { method: "GET", path: `/api/spaces/${space}` });

export const startSpace = (): Promise<Result<{ id: SpaceId }>> =>
  request(CreatedSpace, { method: "POST", path: "/api/spaces", body: {} });

export const invite = (space: SpaceId): Promise<Result<Invitation>> =>
  request(Invitation, { method: "POST", path: `/api/spaces/${space}/invitations`, body: {} });

/** Alone, at once, and told to nobody. */
export const leaveSpace = (space: SpaceId): Promise<Result<null>> =>
  request(v.null(), { method: "POST", path: `/api/spaces/${space}/leave` });

export const previewInvitation = (code: string): Promise<Result<InvitationPreview>> =>
  request(InvitationPreview, {
    method: "GET",
    path: `/api/invitations/${encodeURIComponent(code)}`,
  });

export const join = (code: string): Promise<Result<{ space: SpaceId }>> =>
  request(Joined, {
    method: "POST",
    path: `/api/invitations/${encodeURIComponent(code)}/accept`,
    body: {},
  });
