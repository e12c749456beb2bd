import type { MiddlewareHandler } from "hono";

import { Refusal } from "./problem.ts";

/**
 * Whether a request may act with the cookies it brings. A browser names the page's origin on
 * every unsafe request and on every WebSocket; who sends none is no browser and was not tricked
 * into sending. `null` (sandboxed frames, files) is foreign.
 */
export type OriginCheck = (origin: string | null | undefined) => boolean;

export const allowOrigins = (allowed: ReadonlySet<string>): OriginCheck => {
  return (origin) => origin === null || origin === undefined || allowed.has(origin);
};

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

export const checkOrigin =
  (isAllowed: OriginCheck): MiddlewareHandler =>
  async (c, next) => {
    if (!safe.has(c.req.method) && !isAllowed(c.req.header("origin")))
      throw new Refusal("bad-origin");
    await next();
  };

/** The origins under which a browser on this machine, or the configured one, reaches us. */
export function originsOf(where: {
  readonly publicOrigin: string | null;
  readonly hosts: readonly string[];
  readonly port: number;
}): readonly string[] {
  if (where.publicOrigin !== null) return [where.publicOrigin];
  const hosts = new Set(["localhost", "127.0.0.1", "::1", ...where.hosts]);
  return [...hosts].map((host) => originOf(host, where.port));
}

export function originOf(host: string, port: number): string {
  // Through URL, so that the default port is left out as browsers leave it out.
  return new URL(`http://${host.includes(":") ? `[${host}]` : host}:${port}`).origin;
}
