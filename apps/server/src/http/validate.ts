import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { ValidationTargets } from "hono";
import { validator } from "hono-openapi";

import { Refusal } from "./problem.ts";

/** Parses a part of the request, and refuses with `bad-request` naming the field at fault. */
export const parsed = <Schema extends StandardSchemaV1, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) =>
  validator(target, schema, (result) => {
    if (!result.success) throw new Refusal("bad-request", describeIssue(result.error[0]));
  });

function describeIssue(issue: StandardSchemaV1.Issue | undefined): string {
  if (!issue) return "not understood";
  const path = (issue.path ?? []).map((part) => String(typeof part === "object" ? part.key : part));
  return path.length === 0 ? issue.message : `${path.join(".")}: ${issue.message}`;
}
