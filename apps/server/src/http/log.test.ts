import pino from "pino";
import { expect, it } from "vitest";

import { couple, createSpace, invite, signUp, startWorkspace } from "../testing/workspace.ts";

it("logs routes, and no e-mail address, code, room or name of a person (S22)", async () => {
  const lines: string[] = [];
  const log = pino({ level: "trace" }, { write: (line) => void lines.push(line) });
  const server = await startWorkspace({ log });
  const { maya, space } = await couple(server);
  const dora = await signUp(server, "Dora");
  const { code } = await invite(dora, await createSpace(dora));
  await dora.post(`/api/invitations/${code}/accept`);
  await maya.get(`/api/spaces/${space}`);
  const text = lines.join("");
  expect(text).toContain("/api/spaces/:space/invitations");
  expect(text).toContain("/api/invitations/:code/accept");
  for (const secret of ["@example.org", "Maya", space, code, maya.id])
    expect(text).not.toContain(secret);
});
