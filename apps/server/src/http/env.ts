import type { HttpBindings } from "@hono/node-server";

import type { SignedIn } from "../accounts/session.ts";

/** What a request carries on its way to a route. There are no bindings in `app.request()`. */
export interface Env {
  Bindings: Partial<HttpBindings>;
  Variables: { signedIn: SignedIn };
}
