import type { Context, MiddlewareHandler } from "hono";
import { RateLimiterMemory } from "rate-limiter-flexible";

import type { AddressOf } from "./client-address.ts";
import type { Env } from "./env.ts";
import { Refusal } from "./problem.ts";

/** The largest HTTP body that anything of ours needs, with room to spare. */
export const maxBodyBytes = 64 * 1024;

/** Whom a request counts for. */
export const peerOf =
  (addressOf: AddressOf) =>
  (c: Context<Env>): string =>
    c.env?.incoming ? addressOf(c.env.incoming) : "in-process";

export interface Limiter {
  /** Counts one; refuses with `too-many` above the limit. */
  count(key: string): Promise<void>;
  /** Counts none; refuses with `too-many` where the limit has been reached. */
  check(key: string): Promise<void>;
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
    async check(key) {
      const counted = await memory.get(key);
      if (counted && counted.consumedPoints >= points) throw new Refusal("too-many");
    },
  };
}

export const limitByPeer = (addressOf: AddressOf, limiter: Limiter): MiddlewareHandler<Env> => {
  const peer = peerOf(addressOf);
  return async (c, next) => {
    await limiter.count(peer(c));
    await next();
  };
};
