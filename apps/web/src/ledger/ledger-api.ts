import type { DeclarationId, SpaceId } from "@concord/domain/ids";
import { Declaration, Declarations, type Declare } from "@concord/domain/ledger/schema";
import * as v from "valibot";

import { request } from "../api/request.ts";
import type { Result } from "../api/result.ts";

export const fetchDeclarations = (space: SpaceId, after: number): Promise<Result<Declarations>> =>
  request(Declarations, {
    method: "GET",
    path: `/api/spaces/${space}/declarations?after=${after}`,
  });

export const declare = (space: SpaceId, body: Declare): Promise<Result<Declaration>> =>
  request(Declaration, { method: "POST", path: `/api/spaces/${space}/declarations`, body });

export const withdraw = (space: SpaceId, id: DeclarationId): Promise<Result<null>> =>
  request(v.null(), { method: "DELETE", path: `/api/spaces/${space}/declarations/${id}` });
