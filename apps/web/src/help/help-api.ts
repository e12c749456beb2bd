import { Help } from "@concord/domain/help/schema";

import { request } from "../api/request.ts";
import type { Result } from "../api/result.ts";

/** Asked without the cookie: the server cannot tell who looks for help (S26). */
export const fetchHelp = (): Promise<Result<Help>> =>
  request(Help, { method: "GET", path: "/api/help", anonymous: true });
