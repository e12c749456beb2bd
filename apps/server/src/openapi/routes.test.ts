import * as v from "valibot";
import { expect, it } from "vitest";

import { send, startWorkspace } from "../testing/workspace.ts";

const Operation = v.looseObject({
  parameters: v.optional(v.array(v.object({ name: v.string(), in: v.string() }))),
  responses: v.unknown(),
});

const Spec = v.object({
  openapi: v.string(),
  paths: v.record(v.string(), v.record(v.string(), Operation)),
});

it("describes every route of ours, with what it takes, answers and refuses", async () => {
  const server = await startWorkspace();
  const spec = v.parse(Spec, (await send(server, "GET", "/api/openapi.json")).body);
  const described = Object.entries(spec.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const served = server.app.routes
    .filter(({ method, path }) => method !== "ALL" && !path.includes("*"))
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(\{.+?\})?/g, "{$1}")}`)
    .filter((route) => route !== "GET /api/openapi.json");
  expect(described.sort()).toEqual([...new Set(served)].sort());
  for (const [path, methods] of Object.entries(spec.paths))
    for (const { parameters = [] } of Object.values(methods)) {
      const inPath = parameters.filter((parameter) => parameter.in === "path");
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
  expect(spec.paths["/api/spaces/{space}/grants"]).toMatchObject({
    post: { requestBody: {}, responses: { 201: {}, 404: {}, 422: {} } },
  });
});
