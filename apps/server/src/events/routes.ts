import type { Clock } from "@concord/sync/ports";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import * as v from "valibot";

import { requireSession } from "../accounts/session.ts";
import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import type { Services } from "../services.ts";

const heartbeatMs = 25_000;

export function eventRoutes(services: Services) {
  const { auth, bus, clock } = services;
  return new Hono<Env>().get(
    "/api/events",
    describe({
      summary:
        "Server-sent events with {space}: `changed` when who is in it or may look on has changed, `declared` when something was declared in it; and `signed-out` at the session's end",
      answer: [200, v.string(), "text/event-stream"],
      refusals: ["signed-out"],
    }),
    requireSession(auth),
    (c) => {
      const { person, session } = c.var.signedIn;
      return streamSSE(c, async (stream) => {
        await new Promise<void>((end) => {
          const unsubscribe = bus.subscribe({
            person: person.id,
            session: session.id,
            onChange: (space, kind) =>
              void stream.writeSSE({ event: kind, data: JSON.stringify({ space }) }),
            // Told so, a page need not find out for itself that it may not come back.
            onEnd: (why) =>
              why === "signed-out"
                ? void stream.writeSSE({ event: why, data: "{}" }).finally(end)
                : end(),
          });
          const stopBeating = every(clock, heartbeatMs, () => {
            if (clock.now() >= session.expiresAt) end();
            else void stream.write(": still here\n\n");
          });
          stream.onAbort(() => {
            unsubscribe();
            stopBeating();
            end();
          });
          void stream.write(": welcome\n\n");
        });
      });
    },
  );
}

function every(clock: Clock, ms: number, run: () => void): () => void {
  let cancel = clock.after(ms, tick);
  function tick(): void {
    cancel = clock.after(ms, tick);
    run();
  }
  return () => cancel();
}
