import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

import { accountRoutes } from "./accounts/routes.ts";
import { checkInRoutes } from "./check-ins/routes.ts";
import { calendarRoutes, feedRoutes } from "./calendar/routes.ts";
import { eventRoutes } from "./events/routes.ts";
import { exportRoutes, importPath } from "./exports/routes.ts";
import { healthRoutes } from "./health/routes.ts";
import { helpRoutes } from "./help/routes.ts";
import type { Env } from "./http/env.ts";
import { limitByPeer, makeLimiter, maxBodyBytes } from "./http/limits.ts";
import { logRequests } from "./http/log.ts";
import { checkOrigin, type OriginCheck } from "./http/origin.ts";
import { onError, Refusal } from "./http/problem.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { staticRoutes } from "./http/static.ts";
import { ledgerRoutes } from "./ledger/routes.ts";
import { grantCodeRoutes, grantRoutes } from "./observers/routes.ts";
import { openApiRoutes } from "./openapi/routes.ts";
import { revisionRoutes } from "./revisions/routes.ts";
import type { Services } from "./services.ts";
import { refuseWhereClosed } from "./spaces/closed.ts";
import { leaveRoutes } from "./spaces/leave-routes.ts";
import { invitationRoutes, spaceRoutes } from "./spaces/routes.ts";
import { vaultBodyBytes, vaultRoutes } from "./vault/routes.ts";

export interface AppOptions {
  readonly services: Services;
  readonly origins: readonly string[];
  readonly isAllowedOrigin: OriginCheck;
  /** The built web client. */
  readonly dist: string;
  /** Routes that one way of starting adds to its own server (the demonstration's sign-in links). */
  readonly extra: Hono<Env> | null;
}

export function makeApp({ services, origins, isAllowedOrigin, dist, extra }: AppOptions) {
  const app = new Hono<Env>();
  app.onError(onError(services.log));
  app.use(logRequests(services.log), securityHeaders(origins));
  const limit = limitByPeer(services.addressOf, makeLimiter(6000, 60));
  app.use("/api/*", limit, checkOrigin(isAllowedOrigin), limitBody);
  app.use("/api/spaces/:space/*", refuseWhereClosed(services));
  const api = new Hono<Env>()
    .route("/", accountRoutes(services))
    .route("/", spaceRoutes(services))
    .route("/", leaveRoutes(services))
    .route("/", invitationRoutes(services))
    .route("/", grantRoutes(services))
    .route("/", grantCodeRoutes(services))
    .route("/", revisionRoutes(services))
    .route("/", ledgerRoutes(services))
    .route("/", vaultRoutes(services))
    .route("/", checkInRoutes(services))
    .route("/", calendarRoutes(services))
    .route("/", feedRoutes(services))
    .route("/", exportRoutes(services))
    .route("/", eventRoutes(services))
    .route("/", helpRoutes(services))
    .route("/", healthRoutes(services));
  app.route("/", api);
  app.route("/", openApiRoutes(api, services.origin));
  if (extra) app.route("/", extra);
  app.route("/", staticRoutes(dist));
  return app;
}

const limitTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal("too-large");
    },
  });

const limitUsual = limitTo(maxBodyBytes);
const limitVault = limitTo(vaultBodyBytes);

/** A sealed box is larger than anything else that is sent, but for an import: that has a limit of its own. */
const limitBody: MiddlewareHandler<Env> = (c, next) => {
  if (c.req.path === importPath) return next();
  return c.req.path === "/api/vault" ? limitVault(c, next) : limitUsual(c, next);
};
