import {
  AddPasskey,
  Confirmed,
  NewSecondFactor,
  PasskeyOptions,
  RecoveryCodes,
  RenamePasskey,
  VerifyCode,
} from "@concord/domain/accounts/account";
import { Hono } from "hono";

import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { makeLimiter, peerOf } from "../http/limits.ts";
import { Refusal } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import type { Confirm } from "./confirm.ts";
import { noteAccount } from "./log.ts";
import { addPasskey, askForNewPasskey, askForPasskey, renamePasskey } from "./passkeys.ts";
import { makeRecoveryCodes } from "./recovery-codes.ts";
import {
  beginSecondFactor,
  hasSecondFactor,
  removeSecondFactor,
  settleSecondFactor,
} from "./second-factor.ts";
import { requireSession } from "./session.ts";
import { totpUri } from "./totp.ts";
import { giveUpPasskey } from "./ways-in.ts";

/** Passkeys, the code from an app, and recovery codes: the owner's alone to add and remove (S23). */
export const waysInRoutes = (services: Services, confirm: Confirm) =>
  new Hono<Env>()
    .route("/", confirmRoutes(services))
    .route("/", newPasskeyRoutes(services, confirm))
    .route("/", onePasskeyRoutes(services, confirm))
    .route("/", newSecondFactorRoutes(services, confirm))
    .route("/", endSecondFactorRoutes(services, confirm))
    .route("/", recoveryRoutes(services, confirm));

const confirming = ["bad-request", "signed-out", "confirm-again", "too-many"] as const;

function confirmRoutes(services: Services) {
  return new Hono<Env>().post(
    "/api/account/confirm/options",
    describe({
      summary: "What your browser is to sign with a passkey of yours, to show that it is you",
      answer: [200, PasskeyOptions],
      refusals: ["signed-out", "no-passkeys-here"],
    }),
    requireSession(services.auth),
    async (c) => c.json(await askForPasskey(services, c.var.signedIn.person.id)),
  );
}

function newPasskeyRoutes(services: Services, confirm: Confirm) {
  const { auth, db, clock, addressOf } = services;
  const peer = peerOf(addressOf);
  return new Hono<Env>()
    .post(
      "/api/account/passkeys/options",
      describe({
        summary: "What your browser is to make a passkey by",
        body: Confirmed,
        answer: [200, PasskeyOptions],
        refusals: [...confirming, "no-passkeys-here"],
      }),
      requireSession(auth),
      parsed("json", Confirmed),
      async (c) => {
        const { person } = c.var.signedIn;
        await confirm({ person: person.id, peer: peer(c), ...c.req.valid("json") });
        return c.json(await askForNewPasskey(services, c.var.signedIn));
      },
    )
    .post(
      "/api/account/passkeys",
      describe({
        summary: "Add the passkey that your browser made",
        body: AddPasskey,
        answer: [204],
        refusals: ["bad-request", "signed-out", "passkey-refused", "no-passkeys-here"],
      }),
      requireSession(auth),
      parsed("json", AddPasskey),
      async (c) => {
        const person = c.var.signedIn.person.id;
        await addPasskey(services, person, c.req.valid("json"));
        await noteAccount(db, { person, event: "passkey-added", now: clock.now() });
        return c.body(null, 204);
      },
    );
}

function onePasskeyRoutes({ auth, db, clock, addressOf }: Services, confirm: Confirm) {
  const peer = peerOf(addressOf);
  return new Hono<Env>()
    .post(
      "/api/account/passkeys/:id/name",
      describe({
        params: ["id"],
        summary: "Name a passkey of yours",
        body: RenamePasskey,
        answer: [204],
        refusals: ["bad-request", "signed-out", "no-such-entry"],
      }),
      requireSession(auth),
      parsed("json", RenamePasskey),
      async (c) => {
        const { name } = c.req.valid("json");
        const passkey = { id: c.req.param("id"), person: c.var.signedIn.person.id, name };
        if (!(await renamePasskey(db, passkey))) throw new Refusal("no-such-entry");
        return c.body(null, 204);
      },
    )
    .post(
      "/api/account/passkeys/:id/remove",
      describe({
        params: ["id"],
        summary: "Remove a passkey of yours, unless it is the only way in",
        body: Confirmed,
        answer: [204],
        refusals: [...confirming, "no-such-entry", "last-way-in"],
      }),
      requireSession(auth),
      parsed("json", Confirmed),
      async (c) => {
        const person = c.var.signedIn.person.id;
        await confirm({ person, peer: peer(c), ...c.req.valid("json") });
        await giveUpPasskey(db, person, c.req.param("id"));
        await noteAccount(db, { person, event: "passkey-removed", now: clock.now() });
        return c.body(null, 204);
      },
    );
}

function newSecondFactorRoutes(services: Services, confirm: Confirm) {
  const { auth, db, clock, addressOf } = services;
  const peer = peerOf(addressOf);
  const tries = makeLimiter(20, 300);
  return new Hono<Env>()
    .post(
      "/api/account/second-factor",
      describe({
        summary: "A secret for your authenticator app; it counts once a code of the app has come",
        body: Confirmed,
        answer: [200, NewSecondFactor],
        refusals: confirming,
      }),
      requireSession(auth),
      parsed("json", Confirmed),
      async (c) => {
        const { person } = c.var.signedIn;
        await confirm({ person: person.id, peer: peer(c), ...c.req.valid("json") });
        const secret = await beginSecondFactor(services, person.id);
        return c.json({ secret, uri: totpUri(secret, person.email) });
      },
    )
    .post(
      "/api/account/second-factor/verify",
      describe({
        summary: "Ask for a code from your app from now on; with it come new recovery codes",
        body: VerifyCode,
        answer: [200, RecoveryCodes],
        refusals: ["bad-request", "signed-out", "wrong-code", "too-many"],
      }),
      requireSession(auth),
      parsed("json", VerifyCode),
      async (c) => {
        const person = c.var.signedIn.person.id;
        await tries.count(person);
        if (!(await settleSecondFactor(services, person, c.req.valid("json").code)))
          throw new Refusal("wrong-code");
        await noteAccount(db, { person, event: "second-factor-on", now: clock.now() });
        return c.json({ codes: await makeRecoveryCodes(db, person) });
      },
    );
}

function endSecondFactorRoutes({ auth, db, clock, addressOf }: Services, confirm: Confirm) {
  const peer = peerOf(addressOf);
  return new Hono<Env>().post(
    "/api/account/second-factor/off",
    describe({
      summary: "Ask for no code from an app any more",
      body: Confirmed,
      answer: [204],
      refusals: confirming,
    }),
    requireSession(auth),
    parsed("json", Confirmed),
    async (c) => {
      const person = c.var.signedIn.person.id;
      await confirm({ person, peer: peer(c), ...c.req.valid("json") });
      const wasOn = await hasSecondFactor(db, person);
      await removeSecondFactor(db, person);
      if (wasOn) await noteAccount(db, { person, event: "second-factor-off", now: clock.now() });
      return c.body(null, 204);
    },
  );
}

function recoveryRoutes({ auth, db, clock, addressOf }: Services, confirm: Confirm) {
  const peer = peerOf(addressOf);
  return new Hono<Env>().post(
    "/api/account/recovery-codes",
    describe({
      summary: "New recovery codes in the place of the old ones, shown this once",
      body: Confirmed,
      answer: [200, RecoveryCodes],
      refusals: confirming,
    }),
    requireSession(auth),
    parsed("json", Confirmed),
    async (c) => {
      const person = c.var.signedIn.person.id;
      await confirm({ person, peer: peer(c), ...c.req.valid("json") });
      const codes = await makeRecoveryCodes(db, person);
      await noteAccount(db, { person, event: "recovery-codes-made", now: clock.now() });
      return c.json({ codes });
    },
  );
}
