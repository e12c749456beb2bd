import { StatementSync } from "node:sqlite";

import { describe, expect, it, onTestFinished, vi } from "vitest";

import type { RunningServer } from "../server.ts";
import { begin, checkInsPath, saying, seal } from "../testing/check-ins.ts";
import { makeTestClock } from "../testing/clock.ts";
import { eventually } from "../testing/eventually.ts";
import { couple, type Person, startWorkspace } from "../testing/workspace.ts";

/** An answer, byte for byte; all its headers but the date. */
async function bytesOf(
  { app }: RunningServer,
  { cookie }: Person,
  path: string,
  init: RequestInit = {},
) {
  const headers = { cookie, ...(init.body ? { "content-type": "application/json" } : {}) };
  const response = await app.request(path, { ...init, headers });
  const told = [...response.headers].filter(([name]) => name !== "date");
  return { status: response.status, told, bytes: await response.text() };
}

/** Everything that one in the partner's seat can ask without answering. */
function everythingTo(space: string, id: string): readonly string[] {
  const at = `/api/spaces/${space}`;
  return [
    "/api/me",
    at,
    checkInsPath(space),
    `${checkInsPath(space)}/${id}`,
    `${checkInsPath(space)}/${id}/answer`,
    `${checkInsPath(space)}/abcdefgh`,
    `${at}/check-in-lines`,
    `${at}/declarations`,
    `${at}/declarations?after=0`,
    `${at}/declarations?after=1`,
    `${at}/revisions/check-ins`,
    `${at}/revisions/check-in/${id}`,
    `${at}/export`,
    "/api/openapi.json",
    "/healthz",
  ];
}

const bad = { answer: { appreciation: "", issue: "", help: "" }, lines: {} };

async function setUp() {
  const clock = makeTestClock();
  const server = await startWorkspace({ clock });
  const { maya, jonas, space } = await couple(server);
  const { id } = await begin(maya, space);
  const look = async () => {
    const seen = [];
    for (const path of everythingTo(space, id))
      seen.push([path, await bytesOf(server, jonas, path)]);
    // What is refused is refused alike, and opening again opens nothing else.
    const posted = (path: string, body?: unknown) =>
      bytesOf(server, jonas, path, {
        method: "POST",
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    seen.push(["begin", await posted(checkInsPath(space))]);
    seen.push(["bad", await posted(`${checkInsPath(space)}/${id}/answer`, bad)]);
    seen.push(["unknown", await posted(`${checkInsPath(space)}/abcdefgh/answer`, saying("x"))]);
    seen.push([
      "withdraw",
      await bytesOf(server, jonas, `/api/spaces/${space}/declarations/${id}`, { method: "DELETE" }),
    ]);
    return seen;
  };
  return { clock, server, maya, jonas, space, id, look };
}

async function listen({ app }: RunningServer, { cookie }: Person) {
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const response = await app.request("/api/events", { headers: { cookie }, signal: abort.signal });
  const heard: string[] = [];
  const decoder = new TextDecoder();
  const read = async () => {
    for await (const chunk of response.body ?? []) heard.push(decoder.decode(chunk));
  };
  void read().catch(() => undefined);
  await eventually(() => expect(heard.join("")).toContain("welcome"));
  return () => heard.join("");
}

describe("S2 a cheating client in the partner's seat", () => {
  it("is answered byte for byte alike, headers and sizes too, before the other has sealed and after", async () => {
    const { maya, space, id, look } = await setUp();
    const before = await look();
    await seal(maya, space, id);
    expect(await look()).toEqual(before);
  });

  it("is answered alike after the check-in has lapsed, whether or not the other had sealed", async () => {
    const answers = [];
    for (const seals of [true, false]) {
      const { clock, server, maya, jonas, space, id } = await setUp();
      if (seals) await seal(maya, space, id);
      clock.advance(7 * 24 * 60 * 60 * 1000);
      const body = JSON.stringify(saying("late"));
      const late = await bytesOf(server, jonas, `${checkInsPath(space)}/${id}/answer`, {
        method: "POST",
        body,
      });
      const one = await bytesOf(server, jonas, `${checkInsPath(space)}/${id}`);
      const ledger = await bytesOf(server, jonas, `/api/spaces/${space}/declarations`);
      // Ids and ports are drawn by chance; everything else is the same.
      const told = JSON.stringify([late, one, ledger]).replaceAll(id, "the-check-in");
      answers.push(told.replaceAll(`:${server.port}`, ":port"));
    }
    expect(answers[0]).toBe(answers[1]);
  });

  it("hears no event when the other seals; both hear of the reveal, and of nothing else", async () => {
    const { server, maya, jonas, space, id } = await setUp();
    const [hers, his] = [await listen(server, maya), await listen(server, jonas)];
    await seal(maya, space, id);
    // What comes after it on the same stream would come behind an event of the sealing.
    await maya.post(`/api/spaces/${space}/grants`, { rooms: ["needs"], until: Date.now() + 1e6 });
    await eventually(() => expect(his()).toContain("event: changed"));
    expect(his()).not.toContain("declared");
    expect(hers()).not.toContain("declared");
    await seal(jonas, space, id);
    for (const heard of [hers, his])
      await eventually(() => expect(heard().match(/event: declared/g)).toHaveLength(1));
  });

  it("finds no gap in the ledger: what is declared next has the next number", async () => {
    const { maya, jonas, space, id } = await setUp();
    const declare = async () => {
      const body = { kind: "calendar", subject: "calendar", body: {} };
      const answer = await jonas.post(`/api/spaces/${space}/declarations`, body);
      return answer.body;
    };
    expect(await declare()).toMatchObject({ seq: 1 });
    await seal(maya, space, id);
    expect(await declare()).toMatchObject({ seq: 2 });
  });

  it("costs the server the same: every statement, its values and its rows are the same", async () => {
    const { maya, space, id, look } = await setUp();
    const spy = vi.spyOn(StatementSync.prototype, "all");
    onTestFinished(() => spy.mockRestore());
    const workOf = async () => {
      spy.mockClear();
      await look();
      const { calls, contexts, results } = spy.mock;
      const sqlOf = (statement: unknown) =>
        statement instanceof StatementSync ? statement.sourceSQL : "";
      return calls.map((values, at) =>
        JSON.stringify([sqlOf(contexts[at]), values, results[at]?.value]),
      );
    };
    await workOf();
    const before = await workOf();
    await seal(maya, space, id);
    expect(before.some((statement) => statement.includes("sealed_answer"))).toBe(true);
    expect(await workOf()).toEqual(before);
  });

  it("S6 cannot reveal alone: answering again, for the other, or by another way opens nothing", async () => {
    const { maya, jonas, space, id } = await setUp();
    await seal(maya, space, id, saying("a secret"));
    const ledger = `/api/spaces/${space}/declarations`;
    const forged = { kind: "check-in-answer", subject: `check-in/${id}`, body: saying("x").answer };
    await jonas.post(ledger, forged);
    await jonas.post(ledger, { ...forged, author: maya.id });
    await jonas.post(checkInsPath(space));
    await jonas.post(`${checkInsPath(space)}/${id}/answer`, bad);
    await jonas.post(`${checkInsPath(space)}/${id}/answer?person=${maya.id}`, bad);
    await jonas.post(`${checkInsPath(space)}/${id}/reveal`, {});
    for (const path of everythingTo(space, id)) {
      const { body } = await jonas.get(path);
      expect(JSON.stringify(body)).not.toContain("a secret");
    }
  });

  it("learns nothing from its own answer of who is the first, until the other's is in", async () => {
    const { maya, jonas, space, id } = await setUp();
    const answer = await seal(jonas, space, id);
    expect(answer.body).toEqual({
      id,
      day: expect.any(String),
      state: "open",
      alone: false,
      answered: true,
    });
    const before = await jonas.get(checkInsPath(space));
    await seal(maya, space, id);
    expect(before.body).toMatchObject({ checkIns: [{ state: "open" }] });
    expect((await jonas.get(checkInsPath(space))).body).toMatchObject({
      checkIns: [{ state: "revealed" }],
    });
  });
});
