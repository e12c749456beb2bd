import { Help } from "@concord/domain/help/schema";
import { Hono } from "hono";

import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import type { Services } from "../services.ts";

/** For anybody, and asked for without saying by whom: nothing is kept or counted of it (S26). */
export const helpRoutes = ({ help }: Services) =>
  new Hono<Env>().get(
    "/api/help",
    describe({
      summary: "The kinds of help that whoever runs this server names, or null",
      answer: [200, Help],
      refusals: [],
    }),
    (c) => c.json({ kinds: help }),
  );
