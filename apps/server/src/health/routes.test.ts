import { expect, it } from "vitest";

import { send, startWorkspace } from "../testing/workspace.ts";

it("says ok while accounts and documents can be read, and not afterwards", async () => {
  const server = await startWorkspace();
  const well = await send(server, "GET", "/healthz");
  expect([well.status, well.body]).toEqual([200, { status: "ok" }]);
  await server.stop();
  const stopped = await send(server, "GET", "/healthz");
  expect([stopped.status, stopped.code]).toEqual([503, "not-now"]);
});
