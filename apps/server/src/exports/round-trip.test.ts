import type { ClauseBlock } from "@concord/domain/agreements/clause-nodes";
import {
  addClause,
  moveClause,
  removeClause,
  setReviewOn,
} from "@concord/domain/agreements/commands";
import { addAgreement, removeAgreement } from "@concord/domain/agreements/index-commands";
import { agreementTitle, clausesIn } from "@concord/domain/agreements/schema";
import { readAgreements } from "@concord/domain/agreements/view";
import { parseDay } from "@concord/domain/dates";
import { addGoal, removeGoal } from "@concord/domain/goals/commands";
import { addStep } from "@concord/domain/goals/step-commands";
import { type EntryId, newEntryId, PersonId } from "@concord/domain/ids";
import {
  addNeed,
  moveNeed,
  needText,
  removeNeed,
  setNeedStatus,
} from "@concord/domain/needs/commands";
import { readNeeds } from "@concord/domain/needs/view";
import type { RoomPath } from "@concord/domain/rooms";
import { editText } from "@concord/domain/text";
import { makeRandom, type Random } from "@concord/sync/testing/random";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import type { RunningServer } from "../server.ts";
import { makeTestClock } from "../testing/clock.ts";
import { bring, brought, documentAt, filesOf, take, viewsOf, writeAt } from "../testing/exports.ts";
import { couple, type Couple, createSpace, signUp, startWorkspace } from "../testing/workspace.ts";

const today = parseDay("2026-11-24") ?? undefined;
/** Stands in whatever is deleted again. */
const secret = "regretted";

const letters = ["rest", "é", "🌲", "“so”", "\n", " ", "<b>", "&amp;", "ß", "语"];
const phrase = (random: Random) =>
  Array.from({ length: random.below(6) }, () => random.pick(letters)).join("");

function blocks(random: Random): ClauseBlock[] {
  const paragraph = (): ClauseBlock => ({
    type: "paragraph",
    runs: [
      phrase(random),
      { text: phrase(random), marks: random.chance(0.5) ? ["strong"] : ["em"] },
    ],
  });
  const kinds: (() => ClauseBlock)[] = [
    paragraph,
    () => ({ type: "heading", level: random.pick([1, 2, 3]), runs: [phrase(random)] }),
    () => ({ type: "bullet-list", items: [[paragraph()], [paragraph(), paragraph()]] }),
    () => ({ type: "ordered-list", items: [[paragraph()]] }),
  ];
  return Array.from({ length: 1 + random.below(3) }, () => random.pick(kinds)());
}

/** Writes and deletes at random in every room of a couple's space, as either of them. */
async function liveIn(server: RunningServer, { maya, jonas, space }: Couple, random: Random) {
  const people = [maya, jonas] as const;
  const write = (path: RoomPath, change: (doc: Y.Doc) => void) =>
    writeAt(server, { space, path, author: random.pick(people) }, change);
  const owner = () =>
    random.pick([v.parse(PersonId, maya.id), v.parse(PersonId, jonas.id), "ours"] as const);
  const goal = (doc: Y.Doc) => {
    const id = newEntryId();
    addGoal(doc, { id, owner: owner(), title: phrase(random), why: phrase(random) });
    addStep(doc, id, { id: newEntryId(), cue: phrase(random), nextDate: today ?? null });
    const gone = newEntryId();
    addGoal(doc, { id: gone, owner: owner(), title: secret });
    removeGoal(doc, gone);
  };
  for (let left = 4; left > 0; left -= 1) {
    await write("needs", (doc) => changeNeeds(doc, random, owner()));
    await write("goals", goal);
    await write("agreements", (doc) => {
      const gone = newEntryId();
      if (!today) return;
      addAgreement(doc, { id: newEntryId(), title: phrase(random), createdOn: today });
      addAgreement(doc, { id: gone, title: secret, createdOn: today });
      removeAgreement(doc, gone);
    });
  }
  await writeAt(server, { space, path: `own-goals/${maya.id}` as RoomPath, author: maya }, goal);
  for (const { id } of readAgreements(await documentAt(server, { space, path: "agreements" })))
    for (let left = 2; left > 0; left -= 1)
      await write(`agreement/${id}`, (doc) => changeAgreement(doc, random));
}

function changeNeeds(doc: Y.Doc, random: Random, owner: PersonId | "ours"): void {
  const id = newEntryId();
  addNeed(doc, { id, owner, kind: "desire", text: phrase(random), help: phrase(random) });
  const gone = newEntryId();
  addNeed(doc, { id: gone, owner, kind: "need", text: secret });
  removeNeed(doc, gone);
  const other = random.pick(readNeeds(doc));
  setNeedStatus(doc, other.id, "met");
  moveNeed(doc, other.id, random.pick(["up", "down"]));
  const text = needText(doc, other.id, "text");
  if (!text) return;
  editText(doc, text, { index: 0, remove: 0, insert: secret });
  editText(doc, text, { index: 0, remove: secret.length, insert: phrase(random) });
}

function changeAgreement(doc: Y.Doc, random: Random): void {
  const [kept, gone]: EntryId[] = [newEntryId(), newEntryId()];
  if (!kept || !gone) return;
  agreementTitle(doc).insert(0, phrase(random));
  setReviewOn(doc, today ?? null);
  addClause(doc, { id: kept, content: blocks(random) });
  addClause(doc, { id: gone, content: [{ type: "paragraph", runs: [secret] }] });
  moveClause(doc, kept, "up");
  removeClause(doc, gone);
  const [first] = clausesIn(doc).keys();
  if (random.chance(0.3) && clausesIn(doc).size > 2 && first) removeClause(doc, first as EntryId);
}

const clientsOf = (update: string): number[] => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(update, "base64"));
  return [...doc.store.clients.keys()];
};

describe("what is taken along and brought in again", () => {
  it.each([11, 12, 13, 14])("shows the same, with nothing of its past (seed %i)", async (seed) => {
    const server = await startWorkspace();
    const two = await couple(server);
    await liveIn(server, two, makeRandom(seed));
    const { data, raw, page } = filesOf((await take(server, two.maya, two.space)).bytes);
    const before = await documentAt(server, { space: two.space, path: "needs" });
    expect(Buffer.from(Y.encodeStateAsUpdate(before)).length).toBeGreaterThan(0);
    for (const document of data.documents) {
      expect(clientsOf(document.update)).toHaveLength(1);
      expect(Buffer.from(document.update, "base64").toString("latin1")).not.toContain(secret);
      expect([...before.store.clients.keys()]).not.toContain(clientsOf(document.update)[0]);
    }
    for (const text of [page, Buffer.from(raw["concord.json"] ?? []).toString()])
      expect(text).not.toContain(secret);

    const { bytes } = await take(server, two.maya, two.space);
    const { id } = await brought(server, two.maya, bytes);
    expect(id).not.toBe(two.space);
    expect(await viewsOf(server, id, two.maya.id)).toEqual(
      await viewsOf(server, two.space, two.maya.id),
    );
    // And once more, as concord.json alone, by somebody else.
    const dora = await signUp(server, "Dora");
    const again = Buffer.from(
      filesOf((await take(server, two.maya, id)).bytes).raw["concord.json"] ?? [],
    );
    const hers = await brought(server, dora, again);
    const renamed = JSON.stringify(await viewsOf(server, two.space, two.maya.id)).replaceAll(
      `"${two.maya.id}"`,
      `"${dora.id}"`,
    );
    expect(await viewsOf(server, hers.id, dora.id)).toEqual(JSON.parse(renamed));
  });
});

describe("an import", () => {
  async function takenByMaya(options: Parameters<typeof startWorkspace>[0] = {}) {
    const server = await startWorkspace(options);
    const two = await couple(server);
    const { maya, jonas, space } = two;
    const [mine, theirs] = [maya, jonas].map(({ id }) => v.parse(PersonId, id));
    if (!mine || !theirs) throw new Error("nobody");
    await writeAt(server, { space, path: "needs", author: maya }, (doc) => {
      addNeed(doc, { id: newEntryId(), owner: mine, kind: "need", text: "Rest" });
      addNeed(doc, { id: newEntryId(), owner: theirs, kind: "need", text: "Music" });
      addNeed(doc, { id: newEntryId(), owner: "ours", kind: "need", text: "Time" });
    });
    for (const person of [maya, jonas])
      await writeAt(
        server,
        { space, path: `own-goals/${person.id}` as RoomPath, author: person },
        (doc) => {
          const owner = v.parse(PersonId, person.id);
          addGoal(doc, { id: newEntryId(), owner, title: `${person.name} runs` });
        },
      );
    return { server, ...two, bytes: (await take(server, maya, space)).bytes };
  }

  const goalsOf = async (server: RunningServer, space: string, person: string) =>
    JSON.stringify(
      (await documentAt(server, { space, path: `own-goals/${person}` as RoomPath }))
        .getMap("goals")
        .toJSON(),
    );

  it("makes a space with the importer as its first partner, and nobody else", async () => {
    const { server, bytes } = await takenByMaya();
    const dora = await signUp(server, "Dora");
    const { id } = await brought(server, dora, bytes);
    const { body } = await dora.get(`/api/spaces/${id}`);
    expect(body).toMatchObject({
      name: "Us",
      partners: [{ id: dora.id, seat: 1 }],
      you: { role: "partner" },
      grants: [],
    });
  });

  it("S4 gives the importer what was the exporter's, and nobody what was the other's", async () => {
    const { server, bytes, jonas } = await takenByMaya();
    const dora = await signUp(server, "Dora");
    const { id } = await brought(server, dora, bytes);
    const needs = readNeeds(await documentAt(server, { space: id, path: "needs" }));
    expect(needs.map(({ text, owner }) => [text, owner])).toEqual([
      ["Rest", dora.id],
      ["Music", jonas.id],
      ["Time", "ours"],
    ]);
  });

  it("S4 leaves the other who they are where they bring in what the first took along", async () => {
    const { server, bytes, maya, jonas } = await takenByMaya();
    const { id } = await brought(server, jonas, bytes);
    const needs = readNeeds(await documentAt(server, { space: id, path: "needs" }));
    expect(needs.map(({ owner }) => owner)).toEqual([maya.id, jonas.id, "ours"]);
    expect(await goalsOf(server, id, jonas.id)).toContain("Jonas runs");
    expect(await goalsOf(server, id, jonas.id)).not.toContain("Maya runs");
  });

  it("S7 is written by the importer: nobody else is said to have written any of it", async () => {
    const clock = makeTestClock();
    const { server, bytes } = await takenByMaya({ clock });
    const dora = await signUp(server, "Dora");
    const { id } = await brought(server, dora, bytes);
    clock.advance(10 * 60_000);
    for (const room of ["needs", `own-goals/${dora.id}`]) {
      const { body } = await dora.get(`/api/spaces/${id}/rooms/${room}/revisions`);
      expect(body).toMatchObject({ revisions: [{ authors: [dora.id] }] });
    }
  });

  it("brings in the exporter's own goals and leaves the other's, and says so", async () => {
    const { server, bytes, maya, jonas } = await takenByMaya();
    const dora = await signUp(server, "Dora");
    const { id, leftOut } = await brought(server, dora, bytes);
    expect(leftOut).toEqual(["partners-goals"]);
    expect(await goalsOf(server, id, dora.id)).toContain("Maya runs");
    for (const person of [maya, jonas]) expect(await goalsOf(server, id, person.id)).toBe("{}");
  });

  it("S4 brings in nobody's word: what was declared is only read, and that is said", async () => {
    const { server, maya, jonas, space } = await takenByMaya();
    for (const person of [maya, jonas])
      await person.post(`/api/spaces/${space}/declarations`, {
        kind: "calendar",
        subject: "calendar",
        body: {},
      });
    const { bytes } = await take(server, maya, space);
    const { id, leftOut } = await brought(server, maya, bytes);
    expect(leftOut).toEqual(["word", "partners-goals"]);
    const { body } = await maya.get(`/api/spaces/${id}/declarations`);
    expect(body).toEqual({ declarations: [], more: false });
  });

  it("S19 of a space that one kept alone works as any other, and of an empty one", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const space = await createSpace(maya);
    const { id, leftOut } = await brought(server, maya, (await take(server, maya, space)).bytes);
    expect(leftOut).toEqual([]);
    expect((await maya.get(`/api/spaces/${id}`)).status).toBe(200);
  });

  it("needs somebody signed in, and comes from no other site", async () => {
    const { server, bytes, maya } = await takenByMaya();
    expect((await bring(server, { cookie: "" }, bytes)).code).toBe("signed-out");
    const origin = "https://elsewhere.example";
    expect((await bring(server, maya, bytes, { origin })).code).toBe("bad-origin");
  });
});
