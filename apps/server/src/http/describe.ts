import { Problem, type ProblemCode, problems } from "@concord/domain/problems";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describeRoute, resolver } from "hono-openapi";

interface RouteDescription {
  readonly summary: string;
  /** The good answer: its status, and its body where it has one. */
  readonly answer: readonly [status: number, schema?: StandardSchemaV1, media?: string];
  readonly refusals: readonly ProblemCode[];
  readonly body?: StandardSchemaV1;
  /** The types of a body that is a file. */
  readonly takes?: readonly string[];
  /** The names in the route's path. */
  readonly params?: readonly string[];
}

/** A route's part of /api/openapi.json. */
export function describe({
  summary,
  answer,
  refusals,
  body,
  takes,
  params = [],
}: RouteDescription) {
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
    ...(takes ? { requestBody: { content: fileContent(takes) } } : {}),
    responses: {
      [status]: {
        description: summary,
        ...(schema ? { content: { [media]: { schema: resolver(schema) } } } : {}),
      },
      ...refusalResponses(refusals),
    },
  });
}

const fileContent = (types: readonly string[]) =>
  Object.fromEntries(
    types.map((type) => [type, { schema: { type: "string" as const, format: "binary" } }]),
  );

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
