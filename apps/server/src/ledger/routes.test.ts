import { addClause, setReviewOn } from "@concord/domain/agreements/commands";
import { agreementTitle, clauseBody } from "@concord/domain/agreements/schema";
import { parseDay } from "@concord/domain/dates";
import { EntryId, PersonId, SpaceId } from "@concord/domain/ids";
import { hashOf } from "@concord/domain/ledger/canonical";
import { Declaration, Declarations } from "@concord/domain/ledger/schema";
import { subjectOfEntry } from "@concord/domain/ledger/subjects";
import { viewLedger } from "@concord/domain/ledger/view";
import { addNeed, needText, setNeedOwner } from "@concord/domain/needs/commands";
import { editText } from "@concord/domain/text";
import { roomName, type RoomPath } from "@concord/domain/rooms";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { dayFrom } from "../demo/days.ts";
import type { RunningServer } from "../server.ts";
import {
  couple,
  coupleWithCounsellor,
  type Person,
  signUp,
  startWorkspace,
} from "../testing/workspace.ts";

const entry = (name: string) => v.parse(EntryId, name.padEnd(8, "-"));
const clause = entry("clause");
const agreement = `agreement/${entry("evenings")}` as const;

/** Writes in a room of a space as somebody, as their device would have. */
async function write(
  { services }: RunningServer,
  at: { space: string; path: RoomPath; author: string },
  change: (doc: Y.Doc) => void,
): Promise<void> {
  const room = roomName({ space: v.parse(SpaceId, at.space), path: at.path });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await services.rooms.read(room));
  const before = Y.encodeStateVector(doc);
  change(doc);
  await services.rooms.write(room, at.author, Y.encodeStateAsUpdate(doc, before));
}

const paragraph = (text: string) => [{ type: "paragraph" as const, runs: [text] }];

async function withClause(text: string) {
  const server = await startWorkspace();
  const { maya, jonas, space } = await couple(server);
  await write(server, { space, path: agreement, author: maya.id }, (doc) => {
    agreementTitle(doc).insert(0, "Evenings");
    addClause(doc, { id: clause, content: paragraph(text) });
    setReviewOn(doc, parseDay("2027-05-01"));
  });
  return { server, maya, jonas, space };
}

const assent = (person: Person, space: string, text: string, about = `${agreement}/${clause}`) =>
  person.post(`/api/spaces/${space}/declarations`, {
    kind: "assent",
    subject: about,
    body: { hash: hashOf(text) },
  });

async function read(person: Person, space: string, after = 0): Promise<readonly Declaration[]> {
  const answer = await person.get(`/api/spaces/${space}/declarations?after=${after}`);
  return v.parse(Declarations, answer.body).declarations;
}

describe("an assent", () => {
  it("keeps the exact words from the server's own copy, with the day of review, for both to read", async () => {
    const { maya, jonas, space } = await withClause("We eat at seven.");
    const answer = await assent(maya, space, "We eat at seven.");
    expect(answer.status).toBe(201);
    const kept = v.parse(Declaration, answer.body);
    expect(kept).toMatchObject({
      seq: 1,
      author: maya.id,
      kind: "assent",
      body: { text: "We eat at seven.", reviewOn: "2027-05-01" },
    });
    expect(await read(jonas, space)).toEqual([kept]);
    expect(await read(maya, space)).toEqual([kept]);
  });

  it("is refused where the text has changed since it was read, with the words as they are", async () => {
    const { maya, space } = await withClause("We eat at seven.");
    const answer = await assent(maya, space, "We eat at six.");
    expect([answer.status, answer.code]).toEqual([409, "text-changed"]);
    expect(answer.body).toMatchObject({ current: "We eat at seven." });
    expect(await read(maya, space)).toEqual([]);
  });

  it("that overtakes an edit keeps what was read; one that comes after it is refused", async () => {
    const { server, maya, jonas, space } = await withClause("at seven");
    const edit = (words: string) =>
      write(server, { space, path: agreement, author: jonas.id }, (doc) => {
        clauseBody(doc, clause)?.delete(0, 1);
        clauseBody(doc, clause)?.insert(0, [new Y.XmlElement("paragraph")]);
        const element = clauseBody(doc, clause)?.get(0);
        if (element instanceof Y.XmlElement) element.insert(0, [new Y.XmlText(words)]);
      });
    // First the assent, then the edit: what was agreed stays what it was.
    expect((await assent(maya, space, "at seven")).status).toBe(201);
    await edit("at eight");
    expect((await read(jonas, space))[0]?.body).toMatchObject({ text: "at seven" });
    // First the edit, then the assent to what was read before it.
    expect((await assent(jonas, space, "at seven")).code).toBe("text-changed");
    expect((await assent(jonas, space, "at eight")).status).toBe(201);
    // Both at the same time: whichever order they take, what is kept is what was read.
    const [, raced] = await Promise.all([edit("at nine"), assent(maya, space, "at eight")]);
    const outcome =
      raced.status === 201
        ? v.parse(Declaration, raced.body).body
        : { text: "at eight", refused: raced.body };
    expect(outcome).toMatchObject({ text: "at eight" });
    expect([201, 409]).toContain(raced.status);
  });

  it.each([
    ["an unknown clause", `${agreement}/${entry("nothing")}`],
    ["an agreement that never was", `agreement/${entry("nowhere")}/${clause}`],
    ["the list of agreements", `agreements/${clause}`],
    ["something that is no document", `promise/${clause}`],
  ])("to %s is refused, and nothing is kept", async (_, about) => {
    const { maya, space } = await withClause("We eat at seven.");
    const answer = await assent(maya, space, "We eat at seven.", about);
    expect([answer.status, answer.code]).toEqual([404, "no-such-entry"]);
    expect(await read(maya, space)).toEqual([]);
  });

  it("to a clause without words is refused", async () => {
    const { maya, space } = await withClause(" ");
    expect((await assent(maya, space, "")).code).toBe("nothing-to-agree");
  });

  it.each([
    { kind: "assent", subject: "needs/../x", body: {} },
    { kind: "assent", subject: `${agreement}/${clause}`, body: { hash: "abc" } },
    { kind: "check-in-answer", subject: "check-in/abcdefgh", body: {} },
    { kind: "withdrawal", subject: "declaration/abcdefgh", body: {} },
    { kind: "assent" },
  ])("that is not well formed is refused: %j", async (body) => {
    const { maya, space } = await withClause("We eat at seven.");
    const answer = await maya.post(`/api/spaces/${space}/declarations`, body);
    expect([answer.status, answer.code]).toEqual([400, "bad-request"]);
  });

  it("S4 to what belongs to the other is refused: nobody affirms another's need", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const need = entry("need");
    await write(server, { space, path: "needs", author: maya.id }, (doc) => {
      addNeed(doc, { id: need, owner: maya.id as never, kind: "boundary", text: "My phone" });
    });
    const words = "boundary: My phone";
    expect((await assent(jonas, space, words, `needs/${need}`)).code).toBe("not-yours");
    expect((await assent(maya, space, words, `needs/${need}`)).status).toBe(201);
    await write(server, { space, path: "needs", author: jonas.id }, (doc) => {
      const text = needText(doc, need, "text");
      if (text) editText(doc, text, { index: 0, remove: 2, insert: "Our" });
    });
    expect((await read(jonas, space))[0]?.body).toMatchObject({ text: words });
  });
});

describe("taking back", () => {
  it("S5 is done alone, at once and without a reason; twice is once; both see it", async () => {
    const { maya, jonas, space } = await withClause("We eat at seven.");
    await assent(jonas, space, "We eat at seven.");
    const { id } = v.parse(Declaration, (await assent(maya, space, "We eat at seven.")).body);
    const path = `/api/spaces/${space}/declarations/${id}`;
    expect((await maya.delete(path)).status).toBe(204);
    expect((await maya.delete(path)).status).toBe(204);
    const rows = await read(jonas, space, 2);
    expect(rows).toMatchObject([
      { kind: "withdrawal", author: maya.id, subject: `declaration/${id}` },
    ]);
  });

  it("S4 of what the other declared is refused, and of what isn't there", async () => {
    const { maya, jonas, space } = await withClause("We eat at seven.");
    const { id } = v.parse(Declaration, (await assent(maya, space, "We eat at seven.")).body);
    const at = `/api/spaces/${space}/declarations`;
    expect((await jonas.delete(`${at}/${id}`)).code).toBe("not-yours");
    expect((await jonas.delete(`${at}/abcdefgh`)).code).toBe("no-such-entry");
    await maya.delete(`${at}/${id}`);
    const withdrawal = (await read(maya, space))[1];
    expect((await maya.delete(`${at}/${withdrawal?.id}`)).code).toBe("no-such-entry");
  });
});

describe("the ledger", () => {
  it("is for the two partners alone: an observer and a stranger read and write nothing (S14)", async () => {
    const server = await startWorkspace();
    const { maya, ines, space } = await coupleWithCounsellor(server);
    const dora = await signUp(server, "Dora");
    const at = `/api/spaces/${space}/declarations`;
    for (const [person, code] of [
      [ines, "not-a-partner"],
      [dora, "no-such-space"],
    ] as const) {
      expect((await person.get(at)).code).toBe(code);
      expect((await person.delete(`${at}/abcdefgh`)).code).toBe(code);
      const body = { kind: "calendar", subject: "calendar", body: {} };
      expect((await person.post(at, body)).code).toBe(code);
    }
    expect(await read(maya, space)).toEqual([]);
  });

  it("keeps the spaces apart: an id of another space takes nothing back", async () => {
    const { server, maya, space } = await withClause("We eat at seven.");
    const { id } = v.parse(Declaration, (await assent(maya, space, "We eat at seven.")).body);
    const other = v.parse(v.object({ id: v.string() }), (await maya.post("/api/spaces", {})).body);
    expect((await maya.delete(`/api/spaces/${other.id}/declarations/${id}`)).code).toBe(
      "no-such-entry",
    );
    expect(server.port).toBeGreaterThan(0);
  });

  it("S9 says the day on which something was declared, and no closer", async () => {
    const { maya, jonas, space } = await withClause("We eat at seven.");
    await assent(maya, space, "We eat at seven.");
    const answer = await jonas.get(`/api/spaces/${space}/declarations`);
    expect(JSON.stringify(answer.body)).not.toMatch(/\d{2}:\d{2}|\d{13}/);
  });

  it("counts without gaps within a space while both declare at once", async () => {
    const { maya, jonas, space } = await withClause("We eat at seven.");
    await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        assent(at % 2 === 0 ? maya : jonas, space, "We eat at seven."),
      ),
    );
    const rows = await read(maya, space);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect((await read(maya, space, 8)).map(({ seq }) => seq)).toEqual([9, 10]);
  });

  it("outlives a restart of the server", async () => {
    const { server, maya, space } = await withClause("We eat at seven.");
    await assent(maya, space, "We eat at seven.");
    const rows = await read(maya, space);
    const reopened = await server.services.db
      .selectFrom("declaration")
      .select(["seq", "kind"])
      .execute();
    expect(reopened).toEqual(rows.map(({ seq, kind }) => ({ seq, kind })));
  });
});

describe("a promise", () => {
  const promise = (action: string, state = "open") => ({
    kind: "promise",
    subject: "promise/promise-1",
    body: { cue: "it is Friday", action, due: dayFrom(Date.now(), 7), state, from: null },
  });

  it("S4 is its maker's alone: nobody else marks, rewords or takes it back", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const at = `/api/spaces/${space}/declarations`;
    const made = v.parse(Declaration, (await maya.post(at, promise("I cook"))).body);
    expect((await jonas.post(at, promise("I cook", "kept"))).code).toBe("not-yours");
    expect((await jonas.post(at, promise("I cook more"))).code).toBe("not-yours");
    expect((await jonas.delete(`${at}/${made.id}`)).code).toBe("not-yours");
    expect((await maya.post(at, promise("I bake"))).status).toBe(201);
    expect((await maya.post(at, promise("I bake", "kept"))).status).toBe(201);
    expect((await maya.post(at, promise("I bake", "released"))).code).toBe("already-settled");
  });

  it("begins open, and is appreciated by the other and never by its maker", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const at = `/api/spaces/${space}/declarations`;
    const thanks = {
      kind: "appreciation",
      subject: "promise/promise-1",
      body: { words: "Thank you" },
    };
    expect((await maya.post(at, promise("I cook", "kept"))).code).toBe("no-such-entry");
    expect((await jonas.post(at, thanks)).code).toBe("no-such-entry");
    await maya.post(at, promise("I cook"));
    expect((await maya.post(at, thanks)).code).toBe("not-yours");
    expect((await jonas.post(at, thanks)).status).toBe(201);
  });
});

/** A couple with one need of Maya's. */
async function withNeed() {
  const server = await startWorkspace();
  const { maya, jonas, space } = await couple(server);
  const need = entry("need");
  const owner = v.parse(PersonId, maya.id);
  await write(server, { space, path: "needs", author: maya.id }, (doc) => {
    addNeed(doc, { id: need, owner, kind: "boundary", text: "Quiet" });
  });
  const at = `/api/spaces/${space}/declarations`;
  return { server, maya, jonas, space, need, at };
}

describe("what somebody affirms as their own", () => {
  it("S4 is affirmed by nobody else, and keeps whose it was", async () => {
    const { maya, jonas, space, need } = await withNeed();
    expect((await assent(jonas, space, "boundary: Quiet", `needs/${need}`)).code).toBe("not-yours");
    const kept = await assent(maya, space, "boundary: Quiet", `needs/${need}`);
    expect(kept.body).toMatchObject({ body: { text: "boundary: Quiet", owner: maya.id } });
  });

  it("is refused where it was made both's after it had been read", async () => {
    const { server, maya, space, need, at } = await withNeed();
    await write(server, { space, path: "needs", author: maya.id }, (doc) =>
      setNeedOwner(doc, need, "ours"),
    );
    const body = { hash: hashOf("boundary: Quiet"), owner: maya.id };
    const answer = await maya.post(at, { kind: "assent", subject: `needs/${need}`, body });
    expect([answer.status, answer.code]).toEqual([409, "text-changed"]);
    expect(await read(maya, space)).toEqual([]);
  });
});

describe("backing", () => {
  const offer = (need: string, words = "I could take the kids") => ({
    kind: "backing",
    subject: `needs/${need}`,
    body: { words },
  });

  it("is offered by the one whose need it is not", async () => {
    const { maya, jonas, need, at } = await withNeed();
    expect((await maya.post(at, offer(need))).code).toBe("not-yours");
    expect((await jonas.post(at, offer(need))).status).toBe(201);
    const elsewhere = { ...offer(need), subject: `goals/${need}` };
    expect((await jonas.post(at, elsewhere)).code).toBe("no-such-entry");
    expect((await jonas.post(at, offer(entry("nothing")))).code).toBe("no-such-entry");
    expect((await jonas.post(at, offer(need, "  "))).code).toBe("bad-request");
  });

  it("S4 is taken back by the one who offered it, and by nobody else", async () => {
    const { maya, jonas, space, need, at } = await withNeed();
    const { id } = v.parse(Declaration, (await jonas.post(at, offer(need))).body);
    expect((await maya.delete(`${at}/${id}`)).code).toBe("not-yours");
    expect((await jonas.delete(`${at}/${id}`)).status).toBe(204);
    const rows = await read(maya, space);
    expect(viewLedger(rows).standing("backing", subjectOfEntry("needs", need))).toEqual([]);
  });
});
