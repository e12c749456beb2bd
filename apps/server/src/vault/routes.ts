import { largestBox, PutVault, PutVaultAnswer, Vault } from "@concord/domain/vault/schema";
import { Hono } from "hono";

import { requireSession } from "../accounts/session.ts";
import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { makeLimiter } from "../http/limits.ts";
import { Refusal } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { loadBox, replaceBox } from "./store.ts";

/** What a box and the JSON around it may take (bytes). */
export const vaultBodyBytes = Math.ceil(largestBox / 3) * 4 + 1024;

/**
 * Me: one sealed box a person, theirs alone. There is no way to ask for another's: whether it
 * exists, how large it is, and when it was written are told to nobody else (S1).
 */
export function vaultRoutes({ auth, db }: Services) {
  const signedIn = requireSession(auth);
  const limiter = makeLimiter(240, 60);
  return new Hono<Env>()
    .get(
      "/api/vault",
      describe({
        summary: "Your own sealed box, which this server cannot open",
        answer: [200, Vault],
        refusals: ["signed-out"],
      }),
      signedIn,
      async (c) => {
        const { version, box } = await loadBox(db, c.var.signedIn.person.id);
        return c.json({ version, box: box && Buffer.from(box).toString("base64") });
      },
    )
    .put(
      "/api/vault",
      describe({
        summary: "Put a new sealed box in the place of the version that you know",
        body: PutVault,
        answer: [200, PutVaultAnswer],
        refusals: ["signed-out", "bad-request", "vault-conflict", "too-large", "too-many"],
      }),
      signedIn,
      parsed("json", PutVault),
      async (c) => {
        const person = c.var.signedIn.person.id;
        await limiter.count(person);
        const { version, box } = c.req.valid("json");
        const next = await replaceBox(db, { person, version, box: Buffer.from(box, "base64") });
        if (next === null) throw new Refusal("vault-conflict");
        return c.json({ version: next });
      },
    );
}
