import { PersonId } from "@concord/domain/ids";
import { roleIn } from "@concord/domain/roles";
import { parseRoomPath, roomName } from "@concord/domain/rooms";
import type { Revision } from "@concord/sync/engine/history";
import { Hono } from "hono";
import * as v from "valibot";

import { requireSession } from "../accounts/session.ts";
import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { makeLimiter } from "../http/limits.ts";
import { Refusal } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { spaceForPartner } from "../spaces/standing.ts";
import { factsOf } from "../spaces/store.ts";
import { RevisionDocument, Revisions } from "./schema.ts";

const at = "/api/spaces/:space/rooms/:room{.+}/revisions";
const refusals = ["signed-out", "no-such-space", "not-a-partner", "no-such-page"] as const;

/**
 * What was written in a room and by whom, for those who write there: observers get none, and nor
 * does a partner of what is the other's own.
 */
export function revisionRoutes(services: Services) {
  const signedIn = requireSession(services.auth);
  // Each one goes through the whole document.
  const limiter = makeLimiter(60, 60);
  return new Hono<Env>()
    .get(
      at,
      describe({
        params: ["space", "room"],
        summary: "Who wrote in a room, by stretches of writing, as far back as it is kept",
        answer: [200, Revisions],
        refusals,
      }),
      signedIn,
      async (c) => {
        const room = await roomFor(services, c.req.param(), c.var.signedIn.person.id);
        const revisions = await services.rooms.revisions(room);
        return c.json({ revisions: revisions.map(viewOf) });
      },
    )
    .get(
      `${at}/:id`,
      describe({
        params: ["space", "room", "id"],
        summary: "A room's document as one of its revisions left it",
        answer: [200, RevisionDocument],
        refusals: [...refusals, "too-many"],
      }),
      signedIn,
      async (c) => {
        const room = await roomFor(services, c.req.param(), c.var.signedIn.person.id);
        await limiter.count(c.var.signedIn.person.id);
        const revision = await services.rooms.revision(room, idOf(c.req.param("id")));
        if (!revision) throw new Refusal("no-such-page");
        const writers = [...revision.writers].map(([client, person]) => [
          String(client),
          v.parse(PersonId, person),
        ]);
        return c.json({
          ...viewOf(revision),
          update: Buffer.from(revision.update).toString("base64"),
          writers: Object.fromEntries(writers),
        });
      },
    );
}

async function roomFor(
  { db, clock }: Services,
  { space, room }: { readonly space: string; readonly room: string },
  person: PersonId,
): Promise<string> {
  const now = clock.now();
  const record = await spaceForPartner(db, { space, person, now });
  const path = parseRoomPath(room);
  if (!path) throw new Refusal("no-such-page");
  const named = { space: record.id, path };
  // What somebody has taken out of their own goals is not for the one who reads along.
  if (roleIn(named, person, factsOf(record, now)) !== "writer") throw new Refusal("no-such-page");
  return roomName(named);
}

const idOf = (text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : 0);

/** The day and no more: how late or how long somebody wrote is their own affair (S2, S9). */
function viewOf({ id, to, authors }: Revision) {
  const day = new Date(to).toISOString().slice(0, 10);
  return { id, day, authors: authors.map((author) => v.parse(PersonId, author)) };
}
