import { newGrantId } from "@concord/domain/ids";
import {
  AcceptedGrant,
  CreatedGrant,
  CreateGrant,
  Grant,
  GrantPreview,
} from "@concord/domain/observers/schema";
import { Hono } from "hono";

import { requireSession } from "../accounts/session.ts";
import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { Refusal } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import { newCode } from "../secret-code.ts";
import type { Services } from "../services.ts";
import { spaceFor, spaceForPartner, viewOfGrant } from "../spaces/standing.ts";
import type { GrantRecord, SpaceRecord } from "../spaces/store.ts";
import {
  acceptGrant,
  addConsent,
  addGrant,
  previewGrant,
  revokeGrant,
  wasRevoked,
} from "./store.ts";

const longest = 366 * 24 * 60 * 60 * 1000;

/** What the couple does: offer, consent, end. */
export const grantRoutes = (services: Services) =>
  new Hono<Env>()
    .route("/", offerRoutes(services))
    .route("/", consentRoutes(services))
    .route("/", endRoutes(services));

function offerRoutes({ db, auth, access, clock, origin }: Services) {
  return new Hono<Env>().post(
    "/api/spaces/:space/grants",
    describe({
      params: ["space"],
      summary: "Offer an observer named rooms until a time; you consent by creating it",
      body: CreateGrant,
      answer: [201, CreatedGrant],
      refusals: [
        "bad-request",
        "signed-out",
        "no-such-space",
        "not-a-partner",
        "until-out-of-range",
        "too-many",
      ],
    }),
    requireSession(auth),
    parsed("json", CreateGrant),
    async (c) => {
      const now = clock.now();
      const creator = c.var.signedIn.person.id;
      const at = { space: c.req.param("space"), person: creator, now };
      const space = await spaceForPartner(db, at);
      const { rooms, until } = c.req.valid("json");
      if (until <= now || until > now + longest) throw new Refusal("until-out-of-range");
      const grant = { id: newGrantId(), space: space.id, creator, code: newCode() };
      await addGrant(db, { ...grant, rooms, until, now });
      await access.changed(space.id, { observer: null });
      const { id, code } = grant;
      return c.json({ id, code, url: `${origin}/observe/${code}` }, 201);
    },
  );
}

function consentRoutes({ db, auth, access, clock }: Services) {
  return new Hono<Env>().post(
    "/api/spaces/:space/grants/:grant/consent",
    describe({
      params: ["space", "grant"],
      summary: "Consent, for yourself, to a grant; it takes effect once both partners have",
      answer: [200, Grant],
      refusals: ["signed-out", "no-such-space", "not-a-partner", "grant-invalid"],
    }),
    requireSession(auth),
    async (c) => {
      const now = clock.now();
      const person = c.var.signedIn.person.id;
      const at = { space: c.req.param("space"), person, now };
      const grant = grantOf(await spaceForPartner(db, at), c.req.param("grant"));
      if (grant.until <= now) throw new Refusal("grant-expired");
      await addConsent(db, { grant: grant.id, person, now });
      const space = await spaceForPartner(db, at);
      await access.changed(space.id, grant);
      return c.json(viewOfGrant(space, grantOf(space, grant.id), now));
    },
  );
}

function endRoutes({ db, auth, access, clock }: Services) {
  return new Hono<Env>().delete(
    "/api/spaces/:space/grants/:grant",
    describe({
      params: ["space", "grant"],
      summary: "End a grant at once: either partner alone, or its observer",
      answer: [204],
      refusals: ["signed-out", "no-such-space", "grant-invalid"],
    }),
    requireSession(auth),
    async (c) => {
      const now = clock.now();
      const person = c.var.signedIn.person.id;
      const at = { space: c.req.param("space"), person, now };
      const { space, standing } = await spaceFor(db, at);
      const id = c.req.param("grant");
      // Both partners may end it at once, or one of them twice: either way it has ended.
      if (standing.is === "partner" && (await wasRevoked(db, { space: space.id, id })))
        return c.body(null, 204);
      const grant = grantOf(space, id);
      if (standing.is === "observer" && grant.observer !== person)
        throw new Refusal("grant-invalid");
      await revokeGrant(db, grant.id, now);
      // The end of what has ended already is nothing to tell.
      if (now < grant.until) await access.changed(space.id, grant);
      return c.body(null, 204);
    },
  );
}

function grantOf(space: SpaceRecord, id: string): GrantRecord {
  const grant = space.grants.find((one) => one.id === id);
  if (!grant) throw new Refusal("grant-invalid");
  return grant;
}

/** What the bearer of a grant's code does. */
export function grantCodeRoutes({ db, auth, access, clock }: Services) {
  return new Hono<Env>()
    .get(
      "/api/grants/:code",
      describe({
        params: ["code"],
        summary: "What a grant offers, for whoever holds its code",
        answer: [200, GrantPreview],
        refusals: ["grant-invalid", "grant-expired"],
      }),
      async (c) => c.json(await previewGrant(db, c.req.param("code"), clock.now())),
    )
    .post(
      "/api/grants/:code/accept",
      describe({
        params: ["code"],
        summary: "Become the grant's observer",
        answer: [200, AcceptedGrant],
        refusals: ["signed-out", "grant-invalid", "grant-expired", "grant-used", "already-partner"],
      }),
      requireSession(auth),
      async (c) => {
        const observer = c.var.signedIn.person.id;
        const accept = { code: c.req.param("code"), person: observer, now: clock.now() };
        const accepted = await acceptGrant(db, accept);
        await access.changed(accepted.space, { observer });
        return c.json(accepted);
      },
    );
}
