import {
  Account,
  AccountLog,
  ChangeEmail,
  ChangeName,
  ChangePassword,
  Confirmed,
  DeleteAccount,
  OwnSessions,
} from "@concord/domain/accounts/account";
import { Hono } from "hono";

import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { makeLimiter, peerOf } from "../http/limits.ts";
import { Refusal } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import type { Confirm } from "./confirm.ts";
import { deleteAccount } from "./deletion.ts";
import { accountLogOf, noteAccount } from "./log.ts";
import { passkeysOf } from "./passkeys.ts";
import { hasPassword, setPassword } from "./password.ts";
import { recoveryCodesLeft } from "./recovery-codes.ts";
import { hasSecondFactor } from "./second-factor.ts";
import { requireSession } from "./session.ts";
import { endSessions, ownSessions } from "./sessions.ts";
import { readdress, rename } from "./store.ts";
import { giveUpPassword } from "./ways-in.ts";

/** What the owner of an account sees and changes of it, and nobody else does (S2, S3). */
export const ownAccountRoutes = (services: Services, confirm: Confirm) =>
  new Hono<Env>()
    .route("/", readRoutes(services))
    .route("/", nameRoutes(services, confirm))
    .route("/", passwordRoutes(services, confirm))
    .route("/", sessionRoutes(services))
    .route("/", deletionRoutes(services, confirm));

function readRoutes({ auth, db, clock, party }: Services) {
  const signedIn = requireSession(auth);
  return new Hono<Env>()
    .get(
      "/api/account",
      describe({
        summary: "How you sign in",
        answer: [200, Account],
        refusals: ["signed-out"],
      }),
      signedIn,
      async (c) => {
        const { id } = c.var.signedIn.person;
        return c.json({
          hasPassword: await hasPassword(db, id),
          secondFactor: await hasSecondFactor(db, id),
          recoveryCodes: await recoveryCodesLeft(db, id),
          passkeys: await passkeysOf(db, id),
          passkeyHost: party?.id ?? null,
        });
      },
    )
    .get(
      "/api/account/log",
      describe({
        summary: "What happened to your account, by the day, the latest first",
        answer: [200, AccountLog],
        refusals: ["signed-out"],
      }),
      signedIn,
      async (c) => {
        const { id } = c.var.signedIn.person;
        return c.json(await accountLogOf(db, { person: id, now: clock.now() }));
      },
    );
}

function nameRoutes(services: Services, confirm: Confirm) {
  const { auth, db, clock, addressOf } = services;
  const peer = peerOf(addressOf);
  // A taken address has to be refused, which tells that it has an account: so few times only.
  const changes = makeLimiter(10, 3600);
  return new Hono<Env>()
    .post(
      "/api/account/name",
      describe({
        summary: "Be called by another name",
        body: ChangeName,
        answer: [204],
        refusals: ["bad-request", "signed-out"],
      }),
      requireSession(auth),
      parsed("json", ChangeName),
      async (c) => {
        const person = c.var.signedIn.person.id;
        await rename(db, person, c.req.valid("json").name);
        await noteAccount(db, { person, event: "name-changed", now: clock.now() });
        return c.body(null, 204);
      },
    )
    .post(
      "/api/account/email",
      describe({
        summary: "Sign in with another e-mail address from now on; your other sessions end",
        body: ChangeEmail,
        answer: [204],
        refusals: ["bad-request", "signed-out", "confirm-again", "email-taken", "too-many"],
      }),
      requireSession(auth),
      parsed("json", ChangeEmail),
      async (c) => {
        const { person, session } = c.var.signedIn;
        const { email, confirm: proof } = c.req.valid("json");
        await changes.count(peer(c));
        await confirm({ person: person.id, peer: peer(c), confirm: proof });
        if (!(await readdress(db, person.id, email))) throw new Refusal("email-taken");
        await noteAccount(db, { person: person.id, event: "email-changed", now: clock.now() });
        await endSessions(services, person.id, { allBut: session.id });
        return c.body(null, 204);
      },
    );
}

function passwordRoutes(services: Services, confirm: Confirm) {
  const { auth, db, clock, addressOf } = services;
  const peer = peerOf(addressOf);
  return new Hono<Env>()
    .post(
      "/api/account/password",
      describe({
        summary: "Sign in with another password from now on; your other sessions end",
        body: ChangePassword,
        answer: [204],
        refusals: ["bad-request", "signed-out", "confirm-again", "too-many"],
      }),
      requireSession(auth),
      parsed("json", ChangePassword),
      async (c) => {
        const { person, session } = c.var.signedIn;
        const { password, confirm: proof } = c.req.valid("json");
        await confirm({ person: person.id, peer: peer(c), confirm: proof });
        const now = clock.now();
        await setPassword(services, { person: person.id, password, now });
        await noteAccount(db, { person: person.id, event: "password-changed", now });
        await endSessions(services, person.id, { allBut: session.id });
        return c.body(null, 204);
      },
    )
    .post(
      "/api/account/password/remove",
      describe({
        summary: "Sign in with passkeys alone from now on; your other sessions end",
        body: Confirmed,
        answer: [204],
        refusals: ["bad-request", "signed-out", "confirm-again", "last-way-in", "too-many"],
      }),
      requireSession(auth),
      parsed("json", Confirmed),
      async (c) => {
        const { person, session } = c.var.signedIn;
        await confirm({ person: person.id, peer: peer(c), ...c.req.valid("json") });
        await giveUpPassword(db, person.id);
        await noteAccount(db, { person: person.id, event: "password-removed", now: clock.now() });
        await endSessions(services, person.id, { allBut: session.id });
        return c.body(null, 204);
      },
    );
}

function sessionRoutes(services: Services) {
  const { auth, db, clock } = services;
  const signedIn = requireSession(auth);
  const endNoting = async (person: string, which: Parameters<typeof endSessions>[2]) => {
    const ended = await endSessions(services, person, which);
    if (ended > 0)
      await noteAccount(db, { person, event: "signed-out-elsewhere", now: clock.now() });
    return ended;
  };
  return new Hono<Env>()
    .get(
      "/api/account/sessions",
      describe({
        summary: "Where you are signed in, by the day",
        answer: [200, OwnSessions],
        refusals: ["signed-out"],
      }),
      signedIn,
      async (c) => c.json({ sessions: await ownSessions(services, c.var.signedIn) }),
    )
    .delete(
      "/api/account/sessions",
      describe({
        summary: "Sign out everywhere but here; everything open there ends",
        answer: [204],
        refusals: ["signed-out"],
      }),
      signedIn,
      async (c) => {
        const { person, session } = c.var.signedIn;
        await endNoting(person.id, { allBut: session.id });
        return c.body(null, 204);
      },
    )
    .delete(
      "/api/account/sessions/:id",
      describe({
        params: ["id"],
        summary: "Sign out in one other place; everything open there ends",
        answer: [204],
        refusals: ["signed-out", "no-such-entry"],
      }),
      signedIn,
      async (c) => {
        const { person } = c.var.signedIn;
        const ended = await endNoting(person.id, { only: c.req.param("id") });
        if (ended === 0) throw new Refusal("no-such-entry");
        return c.body(null, 204);
      },
    );
}

function deletionRoutes(services: Services, confirm: Confirm) {
  const peer = peerOf(services.addressOf);
  return new Hono<Env>().post(
    "/api/account/delete",
    describe({
      summary:
        "Delete your account, and withdraw with it your consent to keeping anything of yours",
      body: DeleteAccount,
      answer: [200],
      refusals: ["bad-request", "signed-out", "confirm-again", "too-many"],
    }),
    requireSession(services.auth),
    parsed("json", DeleteAccount),
    async (c) => {
      const { person } = c.var.signedIn;
      await confirm({ person: person.id, peer: peer(c), confirm: c.req.valid("json").confirm });
      await deleteAccount(services, person.id);
      return await services.auth.api.forgetCookie({ asResponse: true });
    },
  );
}
