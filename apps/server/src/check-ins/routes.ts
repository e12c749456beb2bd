import {
  AnswerCheckIn,
  CheckIn,
  CheckIns,
  OneCheckIn,
  OwnLines,
} from "@concord/domain/check-ins/schema";
import { Hono } from "hono";

import { requireSession } from "../accounts/session.ts";
import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { makeLimiter } from "../http/limits.ts";
import { Refusal } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import { tellPartners } from "../ledger/tell.ts";
import type { Services } from "../services.ts";
import { spaceForPartner } from "../spaces/standing.ts";
import { isOpen, openCheckIn } from "./open.ts";
import { sealAnswer } from "./seal.ts";
import { answersOf, type CheckInRecord, checkInsOf, findCheckIn } from "./store.ts";

const at = "/api/spaces/:space/check-ins";
const refusals = ["signed-out", "no-such-space", "not-a-partner"] as const;

/**
 * Check-ins: both answer under seal, and both see at the same moment. Until then no answer, event,
 * error or row of the ledger differs by what the other has done (S2, S6). For partners alone (S14).
 */
export const checkInRoutes = (services: Services) =>
  new Hono<Env>()
    .route("/", beginRoutes(services))
    .route("/", answerRoutes(services))
    .route("/", listRoutes(services))
    .route("/", oneRoutes(services));

function beginRoutes(services: Services) {
  const { auth, db, clock, rooms, bus } = services;
  const limiter = makeLimiter(60, 60);
  return new Hono<Env>().post(
    at,
    describe({
      params: ["space"],
      summary: "Open a check-in, or find the one that is open",
      answer: [200, CheckIn],
      refusals: [...refusals, "too-many"],
    }),
    requireSession(auth),
    async (c) => {
      const me = c.var.signedIn.person.id;
      const now = clock.now();
      const space = await spaceForPartner(db, { space: c.req.param("space"), person: me, now });
      await limiter.count(me);
      const { checkIn, isNew } = await openCheckIn({ db, rooms, space, me, now });
      if (isNew) tellPartners(bus, space);
      return c.json(viewOf(checkIn, now));
    },
  );
}

function answerRoutes({ auth, db, clock, bus }: Services) {
  const limiter = makeLimiter(60, 60);
  return new Hono<Env>().post(
    `${at}/:id/answer`,
    describe({
      params: ["space", "id"],
      summary: "Seal your answer; it opens for both once both are in, and is never changed",
      body: AnswerCheckIn,
      answer: [200, CheckIn],
      refusals: [
        ...refusals,
        "bad-request",
        "no-such-entry",
        "already-answered",
        "check-in-over",
        "too-many",
      ],
    }),
    requireSession(auth),
    parsed("json", AnswerCheckIn),
    async (c) => {
      const me = c.var.signedIn.person.id;
      const now = clock.now();
      const space = await spaceForPartner(db, { space: c.req.param("space"), person: me, now });
      await limiter.count(me);
      const body = c.req.valid("json");
      const checkIn = await sealAnswer(db, { space, id: c.req.param("id"), me, body, now });
      // Before that not even an event: it would tell the other that somebody has answered.
      if (checkIn.isRevealed && checkIn.people > 1) tellPartners(bus, space);
      return c.json(viewOf(checkIn, now));
    },
  );
}

function listRoutes({ auth, db, clock }: Services) {
  return new Hono<Env>()
    .get(
      at,
      describe({
        params: ["space"],
        summary: "Your check-ins, the latest first; never whether the other has answered",
        answer: [200, CheckIns],
        refusals,
      }),
      requireSession(auth),
      async (c) => {
        const me = c.var.signedIn.person.id;
        const now = clock.now();
        const space = await spaceForPartner(db, { space: c.req.param("space"), person: me, now });
        const found = await checkInsOf(db, { space: space.id, me });
        return c.json({ checkIns: found.map((checkIn) => viewOf(checkIn, now)) });
      },
    )
    .get(
      "/api/spaces/:space/check-in-lines",
      describe({
        params: ["space"],
        summary: "What you said of yourself over time; nobody else is ever given it",
        answer: [200, OwnLines],
        refusals,
      }),
      requireSession(auth),
      async (c) => {
        const me = c.var.signedIn.person.id;
        const now = clock.now();
        const space = await spaceForPartner(db, { space: c.req.param("space"), person: me, now });
        const answers = await answersOf(db, { space: space.id, me });
        return c.json({ lines: answers.map(({ day, lines }) => ({ day, scales: lines })) });
      },
    );
}

function oneRoutes({ auth, db, clock }: Services) {
  return new Hono<Env>().get(
    `${at}/:id`,
    describe({
      params: ["space", "id"],
      summary: "One check-in, with what you have sealed in it; both answers are in the ledger then",
      answer: [200, OneCheckIn],
      refusals: [...refusals, "no-such-entry"],
    }),
    requireSession(auth),
    async (c) => {
      const me = c.var.signedIn.person.id;
      const now = clock.now();
      const space = await spaceForPartner(db, { space: c.req.param("space"), person: me, now });
      const checkIn = await findCheckIn(db, { space: space.id, me, id: c.req.param("id") });
      if (!checkIn) throw new Refusal("no-such-entry");
      return c.json({ ...viewOf(checkIn, now), mine: checkIn.mine?.answer ?? null });
    },
  );
}

function viewOf(checkIn: CheckInRecord, now: number): CheckIn {
  const { id, day, people, mine, isRevealed } = checkIn;
  const ended = isRevealed ? "revealed" : "over";
  return {
    id,
    day,
    state: isOpen(checkIn, now) ? "open" : ended,
    alone: people < 2,
    answered: mine !== null,
  };
}
