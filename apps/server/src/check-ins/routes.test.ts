import { setEvery } from "@concord/domain/check-ins/commands";
import { OwnLines } from "@concord/domain/check-ins/schema";
import { Declarations } from "@concord/domain/ledger/schema";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import type { RunningServer } from "../server.ts";
import { begin, checkInsPath, listOf, oneOf, saying, seal } from "../testing/check-ins.ts";
import { makeTestClock } from "../testing/clock.ts";
import {
  couple,
  coupleWithCounsellor,
  createSpace,
  invite,
  type Person,
  signIn,
  signUp,
  startWorkspace,
  temporaryFolder,
} from "../testing/workspace.ts";

const dayMs = 24 * 60 * 60 * 1000;

async function ledgerOf(person: Person, space: string) {
  const answer = await person.get(`/api/spaces/${space}/declarations`);
  return v.parse(Declarations, answer.body).declarations;
}

async function chooseCadence({ services }: RunningServer, space: string, person: Person) {
  const doc = new Y.Doc();
  setEvery(doc, "two-weeks");
  await services.rooms.write(`${space}/check-ins`, person.id, Y.encodeStateAsUpdate(doc));
}

describe("opening a check-in", () => {
  it("twice at once gives one, and the other way round the one that is open", async () => {
    const { maya, jonas, space } = await couple(await startWorkspace());
    const opened = await Promise.all([maya, jonas, maya].map((person) => begin(person, space)));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    expect(await listOf(jonas, space)).toEqual([
      { ...opened[0], state: "open", answered: false, alone: false },
    ]);
    expect(await begin(jonas, space)).toEqual(opened[0]);
  });

  it("gives another one once the last was revealed, or is over", async () => {
    const clock = makeTestClock();
    const { maya, jonas, space } = await couple(await startWorkspace({ clock }));
    const first = await begin(maya, space);
    for (const person of [maya, jonas]) await seal(person, space, first.id);
    clock.advance(dayMs);
    const second = await begin(jonas, space);
    clock.advance(7 * dayMs);
    const third = await begin(maya, space);
    expect((await listOf(maya, space)).map(({ id, state }) => [id, state])).toEqual([
      [third.id, "open"],
      [second.id, "over"],
      [first.id, "revealed"],
    ]);
  });

  it("keeps it open for as long as the cadence that both have chosen", async () => {
    const clock = makeTestClock();
    const server = await startWorkspace({ clock });
    const { maya, jonas, space } = await couple(server);
    await chooseCadence(server, space, maya);
    const { id } = await begin(jonas, space);
    clock.advance(14 * dayMs - 1);
    expect((await oneOf(maya, space, id)).state).toBe("open");
    clock.advance(1);
    expect((await oneOf(maya, space, id)).state).toBe("over");
  });

  it("S9 says the day on which it was begun, and no closer", async () => {
    const { maya, jonas, space } = await couple(await startWorkspace());
    await begin(maya, space);
    const answer = await jonas.get(checkInsPath(space));
    expect(JSON.stringify(answer.body)).not.toMatch(/\d{2}:\d{2}|\d{13}/);
  });
});

describe("answering", () => {
  it("mechanic 2, sealed reveal: both are in the ledger, side by side, once both are in", async () => {
    const { maya, jonas, space } = await couple(await startWorkspace());
    const { id } = await begin(maya, space);
    // The one in the second place is the first to answer: the ledger doesn't keep that.
    await seal(jonas, space, id, saying("Jonas' words"));
    const answer = await seal(maya, space, id, saying("Maya's words"));
    expect(answer.body).toMatchObject({ id, state: "revealed", answered: true });
    const rows = await ledgerOf(jonas, space);
    const subject = `check-in/${id}`;
    expect(rows).toMatchObject([
      {
        seq: 1,
        author: maya.id,
        kind: "check-in-answer",
        subject,
        body: { issue: "Maya's words" },
      },
      {
        seq: 2,
        author: jonas.id,
        kind: "check-in-answer",
        subject,
        body: { issue: "Jonas' words" },
      },
    ]);
    expect(await ledgerOf(maya, space)).toEqual(rows);
  });

  it("at the same moment reveals exactly once, with both rows adjacent", async () => {
    const { maya, jonas, space } = await couple(await startWorkspace());
    const { id } = await begin(maya, space);
    const noise = (person: Person) =>
      person.post(`/api/spaces/${space}/declarations`, {
        kind: "calendar",
        subject: "calendar",
        body: {},
      });
    await Promise.all([
      noise(maya),
      seal(maya, space, id),
      noise(jonas),
      seal(jonas, space, id),
      noise(maya),
    ]);
    const rows = await ledgerOf(maya, space);
    const answers = rows.filter(({ kind }) => kind === "check-in-answer");
    expect(answers.map(({ author }) => author)).toEqual([maya.id, jonas.id]);
    expect((answers[1]?.seq ?? 0) - (answers[0]?.seq ?? 0)).toBe(1);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it("twice is refused, and what was sealed stays as it was", async () => {
    const { maya, jonas, space } = await couple(await startWorkspace());
    const { id } = await begin(maya, space);
    const both = await Promise.all([
      seal(maya, space, id, saying("first")),
      seal(maya, space, id, saying("second")),
    ]);
    expect(both.map(({ code }) => code)).toEqual([null, "already-answered"]);
    expect((await oneOf(maya, space, id)).mine?.issue).toBe("first");
    await seal(jonas, space, id);
    expect((await seal(maya, space, id, saying("third"))).code).toBe("already-answered");
    expect((await ledgerOf(maya, space))[0]?.body).toMatchObject({ issue: "first" });
  });

  it("after it has lapsed is refused, whether or not the other had answered", async () => {
    const clock = makeTestClock();
    const { maya, jonas, space } = await couple(await startWorkspace({ clock }));
    const first = await begin(maya, space);
    await seal(maya, space, first.id);
    clock.advance(7 * dayMs);
    const answer = await seal(jonas, space, first.id);
    expect([answer.status, answer.code]).toEqual([410, "check-in-over"]);
    const second = await begin(maya, space);
    clock.advance(7 * dayMs);
    expect((await seal(jonas, space, second.id)).body).toEqual(answer.body);
    expect(await ledgerOf(jonas, space)).toEqual([]);
  });

  it.each([
    ["nothing in it", { ...saying("x"), answer: { appreciation: "", issue: " ", help: "" } }],
    ["a mark beyond its scale", saying("x", 7)],
    ["no scales", { answer: saying("x").answer }],
    ["somebody else's name on it", "maya"],
  ])("with %s is refused, and nothing is sealed", async (_, body) => {
    const { maya, space } = await couple(await startWorkspace());
    const { id } = await begin(maya, space);
    expect((await seal(maya, space, id, body)).code).toBe("bad-request");
    expect((await oneOf(maya, space, id)).answered).toBe(false);
  });

  it("S4 is for oneself: nobody declares, or takes back, an answer by the ledger's own way", async () => {
    const { maya, jonas, space } = await couple(await startWorkspace());
    const { id } = await begin(maya, space);
    const ledger = `/api/spaces/${space}/declarations`;
    const forged = {
      kind: "check-in-answer",
      subject: `check-in/${id}`,
      body: saying("x").answer,
    };
    expect((await jonas.post(ledger, forged)).code).toBe("bad-request");
    for (const person of [maya, jonas]) await seal(person, space, id);
    const [mayas] = await ledgerOf(jonas, space);
    for (const person of [maya, jonas])
      expect((await person.delete(`${ledger}/${mayas?.id}`)).code).toBe("not-yours");
  });

  it("to what isn't there is refused, also where it is another space's", async () => {
    const { maya, jonas, space } = await couple(await startWorkspace());
    const elsewhere = await createSpace(jonas);
    const { id } = await begin(jonas, elsewhere);
    for (const unknown of [id, "abcdefgh", "x"]) {
      expect((await seal(maya, space, unknown)).code).toBe("no-such-entry");
      expect((await jonas.get(`${checkInsPath(space)}/${unknown}`)).code).toBe("no-such-entry");
    }
  });

  it("outlives a restart in between: the seal holds, and opens afterwards", async () => {
    const dataDir = await temporaryFolder();
    const before = await startWorkspace({ dataDir });
    const { maya, space } = await couple(before);
    const { id } = await begin(maya, space);
    await seal(maya, space, id);
    await before.stop();
    const after = await startWorkspace({ dataDir });
    const [mayaBack, jonasBack] = [await signIn(after, "Maya"), await signIn(after, "Jonas")];
    expect(await listOf(jonasBack, space)).toMatchObject([{ state: "open", answered: false }]);
    expect((await oneOf(mayaBack, space, id)).mine?.issue).toBe("Maya's words");
    expect((await seal(mayaBack, space, id)).code).toBe("already-answered");
    expect((await seal(jonasBack, space, id)).body).toMatchObject({ state: "revealed" });
    expect(await ledgerOf(mayaBack, space)).toHaveLength(2);
  });
});

describe("one's own lines", () => {
  const linesOf = async (person: Person, space: string) =>
    v.parse(OwnLines, (await person.get(`/api/spaces/${space}/check-in-lines`)).body).lines;

  it("S1 are one's own for ever: the other is given none of them, sealed or revealed", async () => {
    const { maya, jonas, space } = await couple(await startWorkspace());
    const { id } = await begin(maya, space);
    await seal(maya, space, id, saying("Maya's", 1));
    expect(await linesOf(maya, space)).toMatchObject([
      { scales: { close: 1, backed: null, rested: 1, honest: 1 } },
    ]);
    expect(await linesOf(jonas, space)).toEqual([]);
    await seal(jonas, space, id, saying("Jonas'", 4));
    expect(await linesOf(jonas, space)).toMatchObject([{ scales: { close: 4 } }]);
    for (const path of [
      checkInsPath(space),
      `${checkInsPath(space)}/${id}`,
      `/api/spaces/${space}/declarations`,
    ]) {
      const { body } = await jonas.get(path);
      expect(JSON.stringify(body)).not.toMatch(/close|rested|honest|backed|lines|scales/);
    }
  });

  it("come in their order over time, and nothing is counted, averaged or scored", async () => {
    const clock = makeTestClock();
    const { maya, jonas, space } = await couple(await startWorkspace({ clock }));
    for (const mark of [1, 2, 4]) {
      const { id } = await begin(maya, space);
      for (const person of [maya, jonas]) await seal(person, space, id, saying("words", mark));
      clock.advance(dayMs);
    }
    const answer = await maya.get(`/api/spaces/${space}/check-in-lines`);
    expect((await linesOf(maya, space)).map(({ scales }) => scales.close)).toEqual([1, 2, 4]);
    expect(JSON.stringify(answer.body)).not.toMatch(/average|mean|score|total|count/i);
  });
});

describe("who may have a part in it", () => {
  it("S14 an observer never sees sealed answers, and a stranger nothing: both are refused everywhere", async () => {
    const server = await startWorkspace();
    const { maya, jonas, ines, space } = await coupleWithCounsellor(server);
    const dora = await signUp(server, "Dora");
    const { id } = await begin(maya, space);
    await seal(maya, space, id);
    const refusals = async (person: Person) => {
      const paths = [
        checkInsPath(space),
        `${checkInsPath(space)}/${id}`,
        `/api/spaces/${space}/check-in-lines`,
        `/api/spaces/${space}/declarations`,
      ];
      const answers = await Promise.all(paths.map((path) => person.get(path)));
      answers.push(await person.post(checkInsPath(space)), await seal(person, space, id));
      return new Set(answers.map(({ code }) => code));
    };
    expect(await refusals(ines)).toEqual(new Set(["not-a-partner"]));
    expect(await refusals(dora)).toEqual(new Set(["no-such-space"]));
    await seal(jonas, space, id);
    expect(await refusals(ines)).toEqual(new Set(["not-a-partner"]));
    expect(await refusals(dora)).toEqual(new Set(["no-such-space"]));
  });

  it("S19 alone one answers for oneself, and reads it at once", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const space = await createSpace(maya);
    const { id } = await begin(maya, space);
    const answer = await seal(maya, space, id);
    expect(answer.body).toMatchObject({ state: "revealed", alone: true, answered: true });
    expect((await oneOf(maya, space, id)).mine?.issue).toBe("Maya's words");
    expect(await ledgerOf(maya, space)).toEqual([]);
  });

  it("S1 whoever joins later sees nothing of what was answered, or only begun, alone", async () => {
    const server = await startWorkspace();
    const [maya, jonas] = [await signUp(server, "Maya"), await signUp(server, "Jonas")];
    const space = await createSpace(maya);
    const answered = await begin(maya, space);
    await seal(maya, space, answered.id);
    const begun = await begin(maya, space);
    const { code } = await invite(maya, space);
    await jonas.post(`/api/invitations/${code}/accept`);
    expect(await listOf(jonas, space)).toEqual([]);
    expect(await ledgerOf(jonas, space)).toEqual([]);
    for (const { id } of [answered, begun]) {
      expect((await jonas.get(`${checkInsPath(space)}/${id}`)).code).toBe("no-such-entry");
      expect((await seal(jonas, space, id)).code).toBe("no-such-entry");
    }
    // What both begin is another, and the one that she had begun alone stays hers.
    const together = await begin(jonas, space);
    expect(together.id).not.toBe(begun.id);
    expect(await begin(maya, space)).toMatchObject({ id: together.id, alone: false });
    expect((await seal(maya, space, begun.id)).body).toMatchObject({ state: "revealed" });
    expect(await listOf(jonas, space)).toHaveLength(1);
    expect(await ledgerOf(jonas, space)).toEqual([]);
  });

  it("mechanic 1, weekly check-in: no counts of missed check-ins and no streaks, in any answer", async () => {
    const clock = makeTestClock();
    const { maya, jonas, space } = await couple(await startWorkspace({ clock }));
    await begin(maya, space);
    clock.advance(8 * dayMs);
    const { body } = await jonas.get(checkInsPath(space));
    expect(Object.keys((await listOf(jonas, space))[0] ?? {}).toSorted()).toEqual([
      "alone",
      "answered",
      "day",
      "id",
      "state",
    ]);
    expect(JSON.stringify(body)).not.toMatch(/missed|streak|count/i);
  });
});
