import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { HonoRequest, ValidationTargets } from "hono";
import { validator } from "hono-openapi";

import { Refusal } from "./problem.ts";

/** Parses a part of the request, and refuses with `bad-request` naming the field at fault. */
export const parsed = <Schema extends StandardSchemaV1, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) =>
  validator(target, schema, async (result, c) => {
    if (target === "json") await refuseOtherBodies(c.req);
    if (!result.success) throw new Refusal("bad-request", describeIssue(result.error[0]));
  });

/** What is not said to be JSON would count as an empty body, and a list as an empty object. */
async function refuseOtherBodies(request: HonoRequest): Promise<void> {
  const body = (await request.text()).trimStart();
  if (body !== "" && !/^application\/json\s*(;|$)/i.test(request.header("content-type") ?? ""))
    throw new Refusal("bad-request", "the body is not said to be application/json");
  if (body.startsWith("[")) throw new Refusal("bad-request", "the body is not a JSON object");
}

function describeIssue(issue: StandardSchemaV1.Issue | undefined): string {
  if (!issue) return "not understood";
  const path = (issue.path ?? []).map((part) => String(typeof part === "object" ? part.key : part));
  return path.length === 0 ? issue.message : `${path.join(".")}: ${issue.message}`;
}
