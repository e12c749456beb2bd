import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

import type { Env } from "./env.ts";
import { noSuchPage } from "./problem.ts";

/**
 * The web client's files. Every address without a file's ending is a page of the client, which
 * routes by itself. Hashed assets never change; everything else is asked for again each time.
 */
export function staticRoutes(dist: string): Hono<Env> {
  const app = new Hono<Env>();
  app.all("/api/*", noSuchPage);
  app.all("/sync/*", noSuchPage);
  app.on(
    "GET",
    "*",
    serveStatic({
      root: dist,
      precompressed: true,
      // Pages are answered below, so that there is one place that knows index.html.
      index: "-",
      onFound: (path, c) =>
        c.header(
          "cache-control",
          /[\\/]assets[\\/]/.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
        ),
    }),
  );
  app.get("*", async (c) => {
    if (/\.[A-Za-z0-9]+$/.test(c.req.path)) return noSuchPage();
    const index = join(dist, "index.html");
    if (!existsSync(index)) return c.text(notBuilt, 503);
    c.header("cache-control", "no-cache");
    return c.html(await readFile(index, "utf8"));
  });
  app.all("*", noSuchPage);
  return app;
}

const notBuilt =
  "The web client is not built yet. `pnpm build` builds it; `pnpm start` does so first.\n";
