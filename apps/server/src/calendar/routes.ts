import { CalendarFeed, NewCalendarFeed } from "@concord/domain/calendar/schema";
import { Day } from "@concord/domain/dates";
import { Hono } from "hono";
import { etag } from "hono/etag";
import * as v from "valibot";

import { requireSession } from "../accounts/session.ts";
import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { limitByPeer, makeLimiter } from "../http/limits.ts";
import { Refusal } from "../http/problem.ts";
import { newCode } from "../secret-code.ts";
import type { Services } from "../services.ts";
import { spaceForPartner } from "../spaces/standing.ts";
import { datesOf } from "./dates.ts";
import { calendarText } from "./ics.ts";
import { endFeed, findFeed, hasFeed, replaceFeed } from "./store.ts";

const at = "/api/spaces/:space/calendar";
const refusals = ["signed-out", "no-such-space", "not-a-partner"] as const;

/** One's own address for a calendar: nobody else is told whether there is one. */
export function calendarRoutes({ auth, db, clock, origin }: Services) {
  const signedIn = requireSession(auth);
  const limiter = makeLimiter(20, 60);
  const owner = async (space: string, person: Parameters<typeof spaceForPartner>[1]["person"]) => ({
    space: (await spaceForPartner(db, { space, person, now: clock.now() })).id,
    person,
  });
  return new Hono<Env>()
    .get(
      at,
      describe({
        params: ["space"],
        summary: "Whether you have an address for your calendar",
        answer: [200, CalendarFeed],
        refusals,
      }),
      signedIn,
      async (c) => {
        const own = await owner(c.req.param("space"), c.var.signedIn.person.id);
        return c.json({ active: await hasFeed(db, own) });
      },
    )
    .post(
      at,
      describe({
        params: ["space"],
        summary: "Make a new address for your calendar, shown this once; an earlier one ends",
        answer: [201, NewCalendarFeed],
        refusals: [...refusals, "bad-origin", "too-many"],
      }),
      signedIn,
      async (c) => {
        const own = await owner(c.req.param("space"), c.var.signedIn.person.id);
        await limiter.count(own.person);
        const code = newCode();
        await replaceFeed(db, { ...own, code, now: clock.now() });
        return c.json({ url: `${origin}/calendar/${code}.ics` }, 201);
      },
    )
    .delete(
      at,
      describe({
        params: ["space"],
        summary: "End your address, at once",
        answer: [204],
        refusals: [...refusals, "bad-origin"],
      }),
      signedIn,
      async (c) => {
        await endFeed(db, await owner(c.req.param("space"), c.var.signedIn.person.id));
        return c.body(null, 204);
      },
    );
}

const dayLength = 24 * 60 * 60 * 1000;

/** The feed itself, for whoever has its address: calendars bring no session. */
export function feedRoutes({ db, rooms, clock, addressOf }: Services) {
  return new Hono<Env>().get(
    "/calendar/:file{.+}",
    describe({
      params: ["file"],
      summary: "The dates behind an address (<code>.ics), without a word of the space",
      answer: [200, v.string(), "text/calendar"],
      refusals: ["no-such-page", "too-many"],
    }),
    // Each one goes through whole documents.
    limitByPeer(addressOf, makeLimiter(60, 60)),
    etag(),
    async (c) => {
      const [, code = ""] = /^([^/]*)\.ics$/.exec(c.req.param("file")) ?? [];
      const feed = await findFeed(db, code);
      // Unknown, ended or malformed: nobody learns which.
      if (!feed) throw new Refusal("no-such-page");
      const today = v.parse(Day, new Date(clock.now()).toISOString().slice(0, 10));
      const body = calendarText(await datesOf({ db, rooms }, feed), {
        salt: `${feed.space.id}/${feed.person}`,
        today,
        createdAt: Math.floor(feed.createdAt / dayLength) * dayLength,
      });
      return c.body(body, 200, {
        "content-type": "text/calendar; charset=utf-8",
        // Asked for anew each time: what ends, ends at once.
        "cache-control": "private, no-cache",
      });
    },
  );
}
