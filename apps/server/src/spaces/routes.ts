import { newSpaceId } from "@concord/domain/ids";
import {
  CreatedSpace,
  CreateSpace,
  Invitation,
  InvitationPreview,
  Joined,
  Space,
} from "@concord/domain/spaces/schema";
import { Hono } from "hono";

import { requireSession } from "../accounts/session.ts";
import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { Refusal } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import { newCode } from "../secret-code.ts";
import type { Services } from "../services.ts";
import { acceptInvitation, addInvitation, previewInvitation } from "./invitations.ts";
import { spaceFor, spaceForPartner, viewOf } from "./standing.ts";
import { createSpace } from "./store.ts";

export const spaceRoutes = (services: Services) =>
  new Hono<Env>().route("/", placeRoutes(services)).route("/", inviteRoutes(services));

function placeRoutes({ db, auth, access, clock }: Services) {
  const signedIn = requireSession(auth);
  return new Hono<Env>()
    .post(
      "/api/spaces",
      describe({
        summary: "Create a space; you are its first partner",
        body: CreateSpace,
        answer: [201, CreatedSpace],
        refusals: ["bad-request", "signed-out", "bad-origin"],
      }),
      signedIn,
      parsed("json", CreateSpace),
      async (c) => {
        const { person } = c.var.signedIn;
        const id = newSpaceId();
        const { name } = c.req.valid("json");
        await createSpace(db, { id, name, creator: person.id, now: clock.now() });
        await access.changed(id);
        return c.json({ id }, 201);
      },
    )
    .get(
      "/api/spaces/:space",
      describe({
        params: ["space"],
        summary: "A space as you may see it",
        answer: [200, Space],
        refusals: ["signed-out", "no-such-space"],
      }),
      signedIn,
      async (c) => {
        const { person } = c.var.signedIn;
        const now = clock.now();
        const at = { space: c.req.param("space"), person: person.id, now };
        const { space, standing } = await spaceFor(db, at);
        return c.json(viewOf(space, standing, person.id, now));
      },
    );
}

function inviteRoutes({ db, auth, access, clock, origin }: Services) {
  return new Hono<Env>().post(
    "/api/spaces/:space/invitations",
    describe({
      params: ["space"],
      summary: "Invite the second partner by a link that works once, for seven days",
      answer: [201, Invitation],
      refusals: ["signed-out", "no-such-space", "not-a-partner", "space-full", "too-many"],
    }),
    requireSession(auth),
    async (c) => {
      const { person } = c.var.signedIn;
      const now = clock.now();
      const at = { space: c.req.param("space"), person: person.id, now };
      const space = await spaceForPartner(db, at);
      if (space.partners.length >= 2) throw new Refusal("space-full");
      const code = newCode();
      const invitation = { space: space.id, inviter: person.id, code, now };
      const expiresAt = await addInvitation(db, invitation);
      await access.changed(space.id, { observer: null });
      return c.json({ code, url: `${origin}/join/${code}`, expiresAt }, 201);
    },
  );
}

export function invitationRoutes({ db, auth, access, clock }: Services) {
  return new Hono<Env>()
    .get(
      "/api/invitations/:code",
      describe({
        params: ["code"],
        summary: "Who invites, for whoever holds a code that still works",
        answer: [200, InvitationPreview],
        refusals: ["invitation-invalid", "invitation-expired", "invitation-used", "space-full"],
      }),
      async (c) => {
        const code = c.req.param("code");
        const { inviter, expiresAt } = await previewInvitation(db, code, clock.now());
        return c.json({ inviter, expiresAt });
      },
    )
    .post(
      "/api/invitations/:code/accept",
      describe({
        params: ["code"],
        summary: "Join as the second partner",
        answer: [200, Joined],
        refusals: [
          "signed-out",
          "invitation-invalid",
          "invitation-expired",
          "invitation-used",
          "already-partner",
          "space-full",
        ],
      }),
      requireSession(auth),
      async (c) => {
        const { person } = c.var.signedIn;
        const accept = { code: c.req.param("code"), person: person.id, now: clock.now() };
        const space = await acceptInvitation(db, accept);
        await access.changed(space);
        return c.json({ space });
      },
    );
}
