import { Declaration, Declarations } from "@concord/domain/ledger/schema";
import { viewLedger } from "@concord/domain/ledger/view";
import { readPromises } from "@concord/domain/promises/view";
import * as v from "valibot";
import { describe, expect, it } from "vitest";

import { dayFrom } from "../demo/days.ts";
import { makeTestClock } from "../testing/clock.ts";
import {
  couple,
  createSpace,
  type Person,
  signIn,
  signUp,
  startWorkspace,
} from "../testing/workspace.ts";

const dayMs = 24 * 60 * 60 * 1000;
const inDays = (days: number) => dayFrom(Date.now(), days);

const promise = (body: Record<string, unknown> = {}, subject = "promise/promise-1") => ({
  kind: "promise",
  subject,
  body: {
    cue: "it is Friday",
    action: "I cook",
    due: inDays(7),
    state: "open",
    from: null,
    ...body,
  },
});

const thanks = (words: string) => ({
  kind: "appreciation",
  subject: "promise/promise-1",
  body: { words },
});

const at = (space: string) => `/api/spaces/${space}/declarations`;

async function read(person: Person, space: string) {
  const { body } = await person.get(at(space));
  return readPromises(viewLedger(v.parse(Declarations, body).declarations));
}

async function home() {
  const server = await startWorkspace();
  const us = await couple(server);
  const say = (person: Person, body: unknown) => person.post(at(us.space), body);
  const takeBack = (person: Person, id: string) => person.delete(`${at(us.space)}/${id}`);
  return { ...us, say, takeBack };
}

describe("a promise", () => {
  it("mechanic 12: is renegotiated openly: what it said before stays readable to both", async () => {
    const { maya, jonas, space, say } = await home();
    await say(maya, promise({ action: "I cook every day" }));
    await say(maya, promise({ action: "I cook on Friday", due: inDays(9) }));
    for (const person of [maya, jonas])
      expect(await read(person, space)).toMatchObject([
        {
          action: "I cook on Friday",
          state: "open",
          earlier: [{ action: "I cook every day", due: inDays(7) }],
        },
      ]);
  });

  it("is ended in the words that stand: on a device that has others, its maker reads first", async () => {
    const { maya, space, say } = await home();
    await say(maya, promise());
    await say(maya, promise({ action: "I bake" }));
    expect((await say(maya, promise({ state: "kept" }))).code).toBe("text-changed");
    expect((await say(maya, promise({ action: "I bake", state: "kept" }))).status).toBe(201);
    expect(await read(maya, space)).toMatchObject([{ action: "I bake", state: "kept" }]);
  });

  it("that was taken back is gone: it is neither marked, reworded nor appreciated any more", async () => {
    const { maya, jonas, space, say, takeBack } = await home();
    await say(maya, promise());
    const { id } = v.parse(Declaration, (await say(maya, promise({ action: "I bake" }))).body);
    expect((await takeBack(maya, id)).status).toBe(204);
    expect((await say(maya, promise({ state: "kept" }))).code).toBe("already-settled");
    expect((await say(maya, promise())).code).toBe("already-settled");
    expect((await say(jonas, promise())).code).toBe("not-yours");
    expect((await say(jonas, thanks("Thank you"))).code).toBe("no-such-entry");
    expect(await read(jonas, space)).toEqual([]);
  });

  it("S4 stays as it is, whatever the other declares or takes back", async () => {
    const { maya, jonas, space, say, takeBack } = await home();
    const { id } = v.parse(Declaration, (await say(maya, promise())).body);
    const before = await read(maya, space);
    for (const state of ["open", "kept", "released"])
      expect((await say(jonas, promise({ state }))).code).toBe("not-yours");
    expect((await takeBack(jonas, id)).code).toBe("not-yours");
    expect(await read(maya, space)).toEqual(before);
  });

  it("S19 is made, reworded and ended by one partner alone in a space", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const space = await createSpace(maya);
    for (const body of [{}, { action: "I bake" }, { action: "I bake", state: "released" }])
      expect((await maya.post(at(space), promise(body))).status).toBe(201);
    expect(await read(maya, space)).toMatchObject([{ action: "I bake", state: "released" }]);
  });

  it("keeps where it comes from as words, and looks nothing up by it", async () => {
    const { maya, space, say } = await home();
    const from = { subject: "agreement/elsewhere/clause-1", words: "Phones sleep in the kitchen" };
    await say(maya, promise({ from }));
    expect(await read(maya, space)).toMatchObject([{ from }]);
  });
});

describe("the day of a promise", () => {
  it.each([
    ["long gone by", -400],
    ["gone by", -2],
    ["too far off to be small", 400],
  ])("is refused where it is %s, and nothing is kept", async (_, days) => {
    const { maya, space, say } = await home();
    const answer = await say(maya, promise({ due: inDays(days) }));
    expect([answer.status, answer.code]).toEqual([422, "until-out-of-range"]);
    expect(await read(maya, space)).toEqual([]);
  });

  it("is today at the earliest, wherever on earth that is", async () => {
    const { maya, space, say } = await home();
    for (const days of [-1, 0, 1])
      expect((await say(maya, promise({ due: inDays(days) }))).status).toBe(201);
    expect(await read(maya, space)).toHaveLength(1);
  });

  it("pitfall 12: may have gone by when its maker marks it kept or lets it go", async () => {
    const clock = makeTestClock();
    const server = await startWorkspace({ clock });
    const { maya, space } = await couple(server);
    const body = promise();
    await maya.post(at(space), body);
    clock.advance(9 * dayMs);
    const again = await signIn(server, "Maya");
    const kept = { ...body, body: { ...body.body, state: "kept" } };
    expect((await again.post(at(space), kept)).status).toBe(201);
  });
});

describe("what is no promise", () => {
  it.each([
    ["words of nothing but spaces", promise({ action: "  " })],
    ["words without end", promise({ action: "a".repeat(2001) })],
    ["a cue without end", promise({ cue: "a".repeat(2001) })],
    ["no day", promise({ due: null })],
    ["a day that never comes", promise({ due: "2027-02-30" })],
    ["a state of another's making", promise({ state: "missed" })],
    ["an origin that is no subject", promise({ from: { subject: "../x", words: "" } })],
    ["an appreciation without words", thanks(" ")],
  ])("%s: is refused", async (_, body) => {
    const { maya, space, say } = await home();
    const answer = await say(maya, body);
    expect([answer.status, answer.code]).toEqual([400, "bad-request"]);
    expect(await read(maya, space)).toEqual([]);
  });

  it.each(["promise/short", "promise/promise-1/more", "needs/promise-1", "promise"])(
    "%s: is nothing that can be promised",
    async (subject) => {
      const { maya, say } = await home();
      expect((await say(maya, promise({}, subject))).code).toBe("no-such-entry");
    },
  );
});

describe("appreciation", () => {
  it("is said as often as it is felt, and each time is taken back by its author alone", async () => {
    const { maya, jonas, space, say, takeBack } = await home();
    await say(maya, promise());
    await say(jonas, thanks("Thank you"));
    const { id } = v.parse(Declaration, (await say(jonas, thanks("Thank you"))).body);
    await say(jonas, thanks("It smelled so good"));
    const words = async () => (await read(maya, space))[0]?.appreciations.map(({ words }) => words);
    expect(await words()).toEqual(["Thank you", "Thank you", "It smelled so good"]);
    expect((await takeBack(maya, id)).code).toBe("not-yours");
    await takeBack(jonas, id);
    expect(await words()).toEqual(["Thank you", "It smelled so good"]);
  });

  it("is for what was let go as well: saying it early is worth a thank-you", async () => {
    const { maya, jonas, say } = await home();
    await say(maya, promise());
    await say(maya, promise({ state: "released" }));
    expect((await say(jonas, thanks("Thank you for saying so"))).status).toBe(201);
  });
});
