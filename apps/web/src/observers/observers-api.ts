import type { GrantId, SpaceId } from "@concord/domain/ids";
import { AcceptedGrant, CreatedGrant, GrantPreview } from "@concord/domain/observers/schema";
import type { RoomPath } from "@concord/domain/rooms";
import * as v from "valibot";

import { request } from "../api/request.ts";
import type { Result } from "../api/result.ts";

const done = v.unknown();

/** `until` is ms since the epoch. */
export const createGrant = (
  space: SpaceId,
  grant: { rooms: readonly RoomPath[]; until: number },
): Promise<Result<CreatedGrant>> =>
  request(CreatedGrant, { method: "POST", path: `/api/spaces/${space}/grants`, body: grant });

export const previewGrant = (code: string): Promise<Result<GrantPreview>> =>
  request(GrantPreview, { method: "GET", path: `/api/grants/${encodeURIComponent(code)}` });

export const acceptGrant = (code: string): Promise<Result<v.InferOutput<typeof AcceptedGrant>>> =>
  request(AcceptedGrant, {
    method: "POST",
    path: `/api/grants/${encodeURIComponent(code)}/accept`,
    body: {},
  });

export const consentToGrant = (space: SpaceId, grant: GrantId): Promise<Result<unknown>> =>
  request(done, {
    method: "POST",
    path: `/api/spaces/${space}/grants/${grant}/consent`,
    body: {},
  });

export const endGrant = (space: SpaceId, grant: GrantId): Promise<Result<unknown>> =>
  request(done, { method: "DELETE", path: `/api/spaces/${space}/grants/${grant}` });
