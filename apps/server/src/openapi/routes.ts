import { Hono } from "hono";
import { openAPIRouteHandler } from "hono-openapi";

import type { Env } from "../http/env.ts";

/** Describes every route of `api` that says what it is. */
export function openApiRoutes(api: Hono<Env>, origin: string): Hono<Env> {
  return new Hono<Env>().get(
    "/api/openapi.json",
    openAPIRouteHandler(api, {
      documentation: {
        info: {
          title: "Concord",
          version: "0.1.0",
          description:
            "A workspace in which two partners write down together what they need and agree. " +
            "Documents are at /sync/<space>/<room> over the y-websocket protocol.",
        },
        servers: [{ url: origin }],
      },
      defaultValidationErrorResponse: false,
    }),
  );
}
