import {
  type AnswerCheckIn,
  CheckIn,
  CheckIns,
  OneCheckIn,
  OwnLines,
} from "@concord/domain/check-ins/schema";
import type { EntryId, SpaceId } from "@concord/domain/ids";

import { request } from "../api/request.ts";
import type { Result } from "../api/result.ts";

export const fetchCheckIns = (space: SpaceId): Promise<Result<CheckIns>> =>
  request(CheckIns, { method: "GET", path: `/api/spaces/${space}/check-ins` });

export const fetchCheckIn = (space: SpaceId, id: EntryId): Promise<Result<OneCheckIn>> =>
  request(OneCheckIn, { method: "GET", path: `/api/spaces/${space}/check-ins/${id}` });

export const beginCheckIn = (space: SpaceId): Promise<Result<CheckIn>> =>
  request(CheckIn, { method: "POST", path: `/api/spaces/${space}/check-ins`, body: {} });

export const sealAnswer = (
  space: SpaceId,
  id: EntryId,
  body: AnswerCheckIn,
): Promise<Result<CheckIn>> =>
  request(CheckIn, { method: "POST", path: `/api/spaces/${space}/check-ins/${id}/answer`, body });

export const fetchOwnLines = (space: SpaceId): Promise<Result<OwnLines>> =>
  request(OwnLines, { method: "GET", path: `/api/spaces/${space}/check-in-lines` });
