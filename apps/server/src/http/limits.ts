import type { Context, MiddlewareHandler } from "hono";
import { RateLimiterMemory } from "rate-limiter-flexible";

import type { Env } from "./env.ts";
import { Refusal } from "./problem.ts";

/** The largest HTTP body that anything of ours needs, with room to spare. */
export const maxBodyBytes = 64 * 1024;

/**
 * The address at the other end of the socket. Headers that claim another are never read: anybody
 * can send them.
 */
export const peerOf = (c: Context<Env>): string =>
  c.env?.incoming?.socket.remoteAddress ?? "in-process";

export interface Limiter {
  /** Counts one; refuses with `too-many` above the limit. */
  count(key: string): Promise<void>;
}

export function makeLimiter(points: number, seconds: number): Limiter {
  const memory = new RateLimiterMemory({ points, duration: seconds });
  return {
    async count(key) {
      try {
        await memory.consume(key);
      } catch (refused) {
        if (refused instanceof Error) throw refused;
        throw new Refusal("too-many");
      }
    },
  };
}

export const limitByPeer = (limiter: Limiter): MiddlewareHandler<Env> => {
  return async (c, next) => {
    await limiter.count(peerOf(c));
    await next();
  };
};
