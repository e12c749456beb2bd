import { PutVaultAnswer, Vault } from "@concord/domain/vault/schema";

import { request } from "../api/request.ts";
import type { Result } from "../api/result.ts";

/** Where a person's box is kept. */
export interface BoxStore {
  /** The latest box and its version; null at version 0, where there is none. */
  readonly get: () => Promise<Result<Vault>>;
  /** Puts a box in the place of `version`; `vault-conflict` where that isn't the latest. */
  readonly put: (version: number, box: string) => Promise<Result<{ readonly version: number }>>;
}

/** On the server, which can open none of it. */
export const serverBoxes: BoxStore = {
  get: () => request(Vault, { method: "GET", path: "/api/vault" }),
  put: (version, box) =>
    request(PutVaultAnswer, { method: "PUT", path: "/api/vault", body: { version, box } }),
};
