import { newDeclarationId } from "@concord/domain/ids";
import { Declaration, Declarations, Declare } from "@concord/domain/ledger/schema";
import { Hono } from "hono";
import * as v from "valibot";

import { requireSession } from "../accounts/session.ts";
import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { makeLimiter } from "../http/limits.ts";
import { Refusal } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { spaceForPartner } from "../spaces/standing.ts";
import { bodyToKeep, checkAgainstLedger, subjectOfWithdrawal, withdrawnIds } from "./check.ts";
import { addDeclaration, declarationsAfter, findDeclaration } from "./store.ts";
import { tellPartners } from "./tell.ts";

const at = "/api/spaces/:space/declarations";
const refusals = ["signed-out", "no-such-space", "not-a-partner"] as const;
/** Rows in one answer. */
const page = 1000;

const After = v.object({
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)), "0"),
});

/** My word: what each partner declares by themselves. Both read it; observers do not (S14). */
export const ledgerRoutes = (services: Services) =>
  new Hono<Env>()
    .route("/", readRoutes(services))
    .route("/", declareRoutes(services))
    .route("/", withdrawRoutes(services));

function readRoutes({ auth, db, clock }: Services) {
  return new Hono<Env>().get(
    at,
    describe({
      params: ["space"],
      summary: "What was declared in a space after `after`, the earliest first",
      answer: [200, Declarations],
      refusals,
    }),
    requireSession(auth),
    parsed("query", After),
    async (c) => {
      const person = c.var.signedIn.person.id;
      const space = await spaceForPartner(db, {
        space: c.req.param("space"),
        person,
        now: clock.now(),
      });
      const { after } = c.req.valid("query");
      const rows = await declarationsAfter(db, { space: space.id, after, limit: page + 1 });
      return c.json({ declarations: rows.slice(0, page), more: rows.length > page });
    },
  );
}

function declareRoutes(services: Services) {
  const { auth, db, clock, rooms, bus } = services;
  // Each one may go through a whole document.
  const limiter = makeLimiter(120, 60);
  return new Hono<Env>().post(
    at,
    describe({
      params: ["space"],
      summary: "Declare something, for yourself alone; it is never edited",
      body: Declare,
      answer: [201, Declaration],
      refusals: [
        ...refusals,
        "bad-request",
        "no-such-entry",
        "not-yours",
        "nothing-to-agree",
        "text-changed",
        "already-settled",
        "until-out-of-range",
        "too-many",
      ],
    }),
    requireSession(auth),
    parsed("json", Declare),
    async (c) => {
      const author = c.var.signedIn.person.id;
      const now = clock.now();
      const space = await spaceForPartner(db, { space: c.req.param("space"), person: author, now });
      await limiter.count(author);
      const declare = c.req.valid("json");
      const declaring = { rooms, space, author, declare, now };
      const body = await bodyToKeep(declaring);
      const declaration = await db.transaction().execute(async (trx) => {
        await checkAgainstLedger(trx, declaring);
        const { kind, subject } = declare;
        const row = { id: newDeclarationId(), space: space.id, author, kind, subject, body, now };
        return await addDeclaration(trx, row);
      });
      tellPartners(bus, space);
      return c.json(declaration, 201);
    },
  );
}

function withdrawRoutes({ auth, db, clock, bus }: Services) {
  return new Hono<Env>().delete(
    `${at}/:id`,
    describe({
      params: ["space", "id"],
      summary: "Take back something that you declared, alone, at once and without a reason",
      answer: [204],
      refusals: [...refusals, "no-such-entry", "not-yours"],
    }),
    requireSession(auth),
    async (c) => {
      const author = c.var.signedIn.person.id;
      const now = clock.now();
      const space = await spaceForPartner(db, { space: c.req.param("space"), person: author, now });
      const withdrawn = await db.transaction().execute(async (trx) => {
        const row = await findDeclaration(trx, { space: space.id, id: c.req.param("id") });
        if (!row || row.kind === "withdrawal") throw new Refusal("no-such-entry");
        if (row.author !== author || row.kind === "check-in-answer") throw new Refusal("not-yours");
        // Twice is once.
        if ((await withdrawnIds(trx, space, [row])).size > 0) return false;
        await addDeclaration(trx, {
          id: newDeclarationId(),
          space: space.id,
          author,
          kind: "withdrawal",
          subject: subjectOfWithdrawal(row.id),
          body: {},
          now,
        });
        return true;
      });
      if (withdrawn) tellPartners(bus, space);
      return c.body(null, 204);
    },
  );
}
