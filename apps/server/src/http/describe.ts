import { Problem, type ProblemCode, problems } from "@concord/domain/problems";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describeRoute, resolver } from "hono-openapi";

interface RouteDescription {
  readonly summary: string;
  /** The good answer: its status, and its body where it has one. */
  readonly answer: readonly [status: number, schema?: StandardSchemaV1, media?: string];
  readonly refusals: readonly ProblemCode[];
  readonly body?: StandardSchemaV1;
  /** The names in the route's path. */
  readonly params?: readonly string[];
}

/** A route's part of /api/openapi.json. */
export function describe({ summary, answer, refusals, body, params = [] }: RouteDescription) {
  const [status, schema, media = "application/json"] = answer;
  return describeRoute({
    summary,
    parameters: params.map((name) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    })),
    ...(body
      ? { requestBody: { content: { "application/json": { schema: resolver(body) } } } }
      : {}),
    responses: {
      [status]: {
        description: summary,
        ...(schema ? { content: { [media]: { schema: resolver(schema) } } } : {}),
      },
      ...refusalResponses(refusals),
    },
  });
}

function refusalResponses(refusals: readonly ProblemCode[]) {
  const statuses = [...new Set(refusals.map((code) => problems[code]))];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: refusals.filter((code) => problems[code] === status).join(", "),
        content: { "application/problem+json": { schema: resolver(Problem) } },
      },
    ]),
  );
}
