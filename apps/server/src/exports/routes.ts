import { Imported, largestImport } from "@concord/domain/exports/schema";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as v from "valibot";

import { noteAccount } from "../accounts/log.ts";
import { requireSession } from "../accounts/session.ts";
import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { makeLimiter } from "../http/limits.ts";
import { Refusal } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { spaceForPartner } from "../spaces/standing.ts";
import { bringIn } from "./bring-in.ts";
import { dayOf } from "../check-ins/store.ts";
import { gather } from "./gather.ts";
import { packed } from "./pack.ts";
import { readImport } from "./read-import.ts";
import { makeTurns, type Turns } from "./turns.ts";

/** The one request whose body may be larger than others': it has a limit of its own. */
export const importPath = "/api/spaces/import";

/** How often one person may take along, or bring in: in ten minutes. */
const often = { times: 10, seconds: 600 };

export function exportRoutes(services: Services) {
  // Each holds a whole space in memory.
  const turns = makeTurns(20);
  return new Hono<Env>()
    .route("/", takeRoutes(services, turns))
    .route("/", bringRoutes(services, turns));
}

function takeRoutes(services: Services, turns: Turns) {
  const { auth, db, clock } = services;
  const limiter = makeLimiter(often.times, often.seconds);
  return new Hono<Env>().get(
    "/api/spaces/:space/export",
    describe({
      params: ["space"],
      summary: "All that you can read in a space: a page, data to bring in elsewhere, a manifest",
      answer: [200, v.string(), "application/zip"],
      refusals: ["signed-out", "no-such-space", "not-a-partner", "too-many", "not-now"],
    }),
    requireSession(auth),
    async (c) => {
      const exporter = c.var.signedIn.person.id;
      const now = clock.now();
      const space = await spaceForPartner(db, {
        space: c.req.param("space"),
        person: exporter,
        now,
      });
      await limiter.count(exporter);
      const bytes = await turns(async () =>
        packed(await gather(services, { space, exporter, now })),
      );
      await noteAccount(db, { person: exporter, event: "exported", now });
      c.header("content-type", "application/zip");
      c.header("content-disposition", `attachment; filename="concord-${dayOf(now)}.zip"`);
      return c.body(bytes);
    },
  );
}

function bringRoutes(services: Services, turns: Turns) {
  const limiter = makeLimiter(often.times, often.seconds);
  return new Hono<Env>().post(
    importPath,
    describe({
      summary: "Bring an export in as a new space; you are its first partner",
      takes: ["application/zip", "application/json"],
      answer: [201, Imported],
      refusals: [
        "signed-out",
        "bad-origin",
        "import-damaged",
        "import-too-new",
        "too-large",
        "too-many",
        "not-now",
      ],
    }),
    requireSession(services.auth),
    async (c, next) => {
      await limiter.count(c.var.signedIn.person.id);
      await next();
    },
    limitImport,
    async (c) => {
      const importer = c.var.signedIn.person.id;
      const answer = await turns(async () => {
        const plan = await readImport(new Uint8Array(await c.req.arrayBuffer()), importer);
        return { id: await bringIn(services, plan, importer), leftOut: [...plan.leftOut] };
      });
      return c.json(answer, 201);
    },
  );
}

const limitImport = bodyLimit({
  maxSize: largestImport,
  onError: () => {
    throw new Refusal("too-large");
  },
});
