import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Logger } from "pino";

/** Nobody is to know that somebody looked for help, or when (S26). */
const unlogged = new Set(["/api/help", "/help"]);

/** One line a request: the route's pattern, never the address itself, which may hold a code (S22). */
export const logRequests =
  (log: Logger): MiddlewareHandler =>
  async (c, next) => {
    const start = performance.now();
    await next();
    if (unlogged.has(c.req.path)) return;
    log.info({
      method: c.req.method,
      route: patternOf(c),
      status: c.res.status,
      ms: Math.round(performance.now() - start),
    });
  };

/** The most particular pattern that matched; middleware and the client's files match `/*` too. */
function patternOf(c: Context): string {
  const patterns = matchedRoutes(c).map(({ path }) => path);
  return patterns.find((path) => !path.endsWith("*")) ?? "/*";
}
