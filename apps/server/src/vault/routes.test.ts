import { largestBox } from "@concord/domain/vault/schema";
import { describe, expect, it } from "vitest";

import {
  couple,
  coupleWithCounsellor,
  type Person,
  send,
  signUp,
  startWorkspace,
} from "../testing/workspace.ts";

const boxOf = (words: string): string => Buffer.from(words).toString("base64");

function put(
  server: Parameters<typeof send>[0],
  { cookie }: Person,
  body: { version: number; box: string },
) {
  return send(server, "PUT", "/api/vault", { body, headers: { cookie } });
}

describe("a person's sealed box", () => {
  it("is none at first, then what was put there last", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    expect((await maya.get("/api/vault")).body).toEqual({ version: 0, box: null });
    expect((await put(server, maya, { version: 0, box: boxOf("one") })).body).toEqual({
      version: 1,
    });
    expect((await put(server, maya, { version: 1, box: boxOf("two") })).body).toEqual({
      version: 2,
    });
    expect((await maya.get("/api/vault")).body).toEqual({ version: 2, box: boxOf("two") });
  });

  it("is never replaced by a device that doesn't know the latest: of two at once one is refused", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const answers = await Promise.all(
      ["a", "b", "c"].map((words) => put(server, maya, { version: 0, box: boxOf(words) })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    expect(answers.filter(({ code }) => code === "vault-conflict")).toHaveLength(2);
    expect((await put(server, maya, { version: 7, box: boxOf("x") })).code).toBe("vault-conflict");
    expect((await maya.get("/api/vault")).body).toMatchObject({ version: 1 });
  });

  it("S1 is its owner's alone: the same answers to the partner, whether or not there is one", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const looks = async () => {
      const paths = [
        "/api/vault",
        "/api/me",
        `/api/spaces/${space}`,
        `/api/spaces/${space}/declarations`,
      ];
      return await Promise.all(paths.map(async (path) => JSON.stringify(await jonas.get(path))));
    };
    const before = await looks();
    await put(server, maya, { version: 0, box: boxOf("sealed") });
    expect(await looks()).toEqual(before);
    expect((await jonas.get("/api/vault")).body).toEqual({ version: 0, box: null });
  });

  it("S14 tells an observer and a stranger nothing of anybody's", async () => {
    const server = await startWorkspace();
    const { maya, ines } = await coupleWithCounsellor(server);
    await put(server, maya, { version: 0, box: boxOf("sealed") });
    expect((await ines.get("/api/vault")).body).toEqual({ version: 0, box: null });
    expect((await send(server, "GET", "/api/vault")).code).toBe("signed-out");
    expect((await send(server, "PUT", "/api/vault", { body: { version: 0, box: "" } })).code).toBe(
      "signed-out",
    );
  });

  it("may be as large as it says, and no larger; what is no box is refused", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const largest = Buffer.alloc(largestBox, 7).toString("base64");
    expect((await put(server, maya, { version: 0, box: largest })).status).toBe(200);
    expect((await put(server, maya, { version: 1, box: `${largest}AAAA` })).code).toBe(
      "bad-request",
    );
    const huge = await put(server, maya, { version: 1, box: largest + largest });
    expect([huge.status, huge.code]).toEqual([413, "too-large"]);
    for (const body of [
      { version: -1, box: "" },
      { version: 1.5, box: "" },
      { version: 1, box: "*" },
    ])
      expect((await put(server, maya, body)).code).toBe("bad-request");
  });
});
