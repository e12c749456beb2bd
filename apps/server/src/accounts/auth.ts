import { longestPassword, shortestPassword } from "@concord/domain/accounts/schema";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";

import { openingSessions } from "./opening.ts";
import type { Database } from "../store/database.ts";

const day = 24 * 60 * 60;

export interface AuthOptions {
  readonly db: Database;
  readonly secret: string;
  readonly origin: string;
  /** Called once a session's row is gone: signed out, revoked, expired, account deleted. */
  readonly onSessionEnd: (session: string) => void;
}

export type Auth = ReturnType<typeof makeAuth>;

export function makeAuth({ db, secret, origin, onSessionEnd }: AuthOptions) {
  return betterAuth({
    appName: "Concord",
    database: { db, type: "sqlite" },
    secret,
    baseURL: origin,
    basePath: "/api/auth",
    telemetry: { enabled: false },
    // It would log e-mail addresses (S22).
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    // No cookieCache: a session that ended must be over at once.
    session: { expiresIn: 30 * day, updateAge: day, cookieCache: { enabled: false } },
    // Ours knows which proxies to believe; this one trusts whatever `x-forwarded-for` claims.
    rateLimit: { enabled: false },
    advanced: {
      // Ours stands before it, and lets clients through that are no browsers.
      disableOriginCheck: true,
      disableCSRFCheck: true,
      // Nobody needs to know from where a person signed in (S2).
      ipAddress: { disableIpTracking: true },
      useSecureCookies: origin.startsWith("https:"),
      cookiePrefix: "concord",
    },
    plugins: [openingSessions],
    databaseHooks: {
      session: { delete: { after: async (session) => onSessionEnd(session.id) } },
    },
  });
}

export async function migrateAuth(auth: Auth): Promise<void> {
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
}
