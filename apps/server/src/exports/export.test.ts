import { createHash } from "node:crypto";

import { addClause } from "@concord/domain/agreements/commands";
import { addAgreement } from "@concord/domain/agreements/index-commands";
import { agreementTitle } from "@concord/domain/agreements/schema";
import { addAsk, askNote } from "@concord/domain/asks/commands";
import { addLoad } from "@concord/domain/asks/load-commands";
import { addNews } from "@concord/domain/asks/news-commands";
import { issueText } from "@concord/domain/check-ins/schema";
import { parseDay } from "@concord/domain/dates";
import { EntryId, newEntryId, PersonId } from "@concord/domain/ids";
import { hashOf } from "@concord/domain/ledger/canonical";
import { addNeed } from "@concord/domain/needs/commands";
import type { RoomPath } from "@concord/domain/rooms";
import { addGoal } from "@concord/domain/goals/commands";
import { sql } from "kysely";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import type { RunningServer } from "../server.ts";
import { loadSpace } from "../spaces/store.ts";
import { begin, saying, seal } from "../testing/check-ins.ts";
import { eventually } from "../testing/eventually.ts";
import { filesOf, take, writeAt } from "../testing/exports.ts";
import { peer, synced } from "../testing/peers.ts";
import {
  couple,
  coupleWithCounsellor,
  createSpace,
  invite,
  type Person,
  signUp,
  startWorkspace,
} from "../testing/workspace.ts";
import { defaultGatherLimits, gather } from "./gather.ts";
import { pageOf } from "./page.ts";

const personId = (person: Person) => v.parse(PersonId, person.id);

const addNeeds = (server: RunningServer, space: string, author: Person, texts: readonly string[]) =>
  writeAt(server, { space, path: "needs", author }, (doc) => {
    for (const text of texts)
      addNeed(doc, { id: newEntryId(), owner: personId(author), kind: "need", text });
  });

/** An agreement of one clause, and how to agree to it. */
async function withAgreement(words: string, title = "Evenings") {
  const server = await startWorkspace();
  const { maya, jonas, space } = await couple(server);
  const [id, clause] = [newEntryId(), newEntryId()];
  const path = `agreement/${id}` as const;
  const createdOn = parseDay("2026-11-02");
  if (!createdOn) throw new Error("not a day");
  await writeAt(server, { space, path: "agreements", author: maya }, (doc) =>
    addAgreement(doc, { id, title, createdOn }),
  );
  await writeAt(server, { space, path, author: maya }, (doc) => {
    agreementTitle(doc).insert(0, title);
    addClause(doc, { id: clause, content: [{ type: "paragraph", runs: [words] }] });
  });
  const agree = (person: Person) =>
    person.post(`/api/spaces/${space}/declarations`, {
      kind: "assent",
      subject: `${path}/${clause}`,
      body: { hash: hashOf(words) },
    });
  return { server, maya, jonas, space, path, agree };
}

describe("an export", () => {
  it("is a dated zip of a page, data and a manifest, each file of which is what the manifest says", async () => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    await addNeeds(server, space, maya, ["Rest"]);
    const taken = await take(server, maya, space);
    const day = new Date(server.services.clock.now()).toISOString().slice(0, 10);
    expect([taken.status, taken.headers.get("content-type")]).toEqual([200, "application/zip"]);
    expect(taken.headers.get("content-disposition")).toBe(
      `attachment; filename="concord-${day}.zip"`,
    );
    expect(taken.headers.get("cache-control")).toBe("no-store");
    const { names, raw, manifest, data } = filesOf(taken.bytes);
    expect(names).toEqual(["concord.html", "concord.json", "manifest.json"]);
    expect([manifest.format, manifest.version, manifest.exportedOn]).toEqual([
      "concord export",
      1,
      day,
    ]);
    expect(manifest.files.map(({ name }) => name).sort()).toEqual(["concord.html", "concord.json"]);
    for (const { name, bytes, sha256 } of manifest.files) {
      const file = Buffer.from(raw[name] ?? []);
      expect([file.length, createHash("sha256").update(file).digest("hex")]).toEqual([
        bytes,
        sha256,
      ]);
    }
    expect(data).toMatchObject({ exportedBy: maya.id, name: "Us", exportedOn: day, leftOut: [] });
    expect(data.documents.map(({ path }) => path)).toEqual(["needs"]);
  });

  it("says what both agreed to and when, and that it is an understanding, not a contract", async () => {
    const { server, maya, jonas, space, path, agree } = await withAgreement("We eat at seven.");
    await agree(maya);
    await agree(jonas);
    const { page, data } = filesOf((await take(server, jonas, space)).bytes);
    expect(page).toContain("An understanding, not a contract.");
    expect(page).toMatch(/Maya agreed to these words on \d/);
    expect(page).toMatch(/Jonas agreed to these words on \d/);
    expect(page).toMatch(/In force since \d/);
    expect(data.documents.map((document) => document.path)).toEqual(["agreements", path]);
    expect(data.ledger.map(({ kind, author }) => [kind, author])).toEqual([
      ["assent", maya.id],
      ["assent", jonas.id],
    ]);
  });

  it("keeps readable what both had agreed to, where it was changed afterwards", async () => {
    const { server, maya, jonas, space, path, agree } = await withAgreement("We eat at seven.");
    await agree(maya);
    await agree(jonas);
    await writeAt(server, { space, path, author: jonas }, (doc) => {
      const [entry] = doc.getMap("clauses").values();
      const body = entry instanceof Y.Map ? entry.get("body") : null;
      const node: unknown = body instanceof Y.XmlFragment ? body.get(0) : null;
      const text: unknown = node instanceof Y.XmlElement ? node.get(0) : null;
      if (text instanceof Y.XmlText) text.insert(15, " or eight");
    });
    const { page } = filesOf((await take(server, maya, space)).bytes);
    expect(page).toContain("We eat at seven or eight.");
    expect(page).toMatch(/Still in force[^]*<blockquote[^>]*>We eat at seven\.</);
  });

  it("S9 has the exact times of one's own word, and of the other's the day alone", async () => {
    const { server, maya, jonas, space, agree } = await withAgreement("We eat at seven.");
    await agree(maya);
    await agree(jonas);
    const { data, page, raw } = filesOf((await take(server, maya, space)).bytes);
    const [mine, theirs] = data.ledger;
    const today = new Date(server.services.clock.now()).toISOString().slice(0, 10);
    expect(mine).toMatchObject({ author: maya.id, at: expect.stringContaining(`${today}T`) });
    expect(theirs).toMatchObject({ author: jonas.id, day: today });
    expect(Object.keys(theirs ?? {})).not.toContain("at");
    const times = /\d\d:\d\d/g;
    expect(page.match(times)).toHaveLength(1);
    expect(
      Buffer.from(raw["concord.json"] ?? [])
        .toString()
        .match(/T\d\d:\d\d:/g),
    ).toHaveLength(1);
  });

  it("has what one keeps as one's own goals, and what the partner lets one read", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    for (const author of [maya, jonas])
      await writeAt(server, { space, path: `own-goals/${author.id}` as RoomPath, author }, (doc) =>
        addGoal(doc, { id: newEntryId(), owner: personId(author), title: `${author.name} runs` }),
      );
    const { page, data } = filesOf((await take(server, maya, space)).bytes);
    expect(data.documents.map(({ path }) => path)).toEqual([
      `own-goals/${maya.id}`,
      `own-goals/${jonas.id}`,
    ]);
    expect(page).toContain("Maya: goals of their own");
    expect(page).toContain("Jonas runs");
  });

  it("mechanic 2: has the answers of a check-in that was revealed, and its page, in both's exports", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const { id } = await begin(maya, space);
    await seal(maya, space, id, saying("The mornings"));
    await seal(jonas, space, id, saying("The evenings"));
    await writeAt(server, { space, path: `check-in/${id}`, author: maya }, (doc) => {
      issueText(doc).insert(0, "Both ends of the day");
    });
    for (const person of [maya, jonas]) {
      const { page, data } = filesOf((await take(server, person, space)).bytes);
      expect(page).toMatch(/The mornings[^]*The evenings[^]*Both ends of the day/);
      // S2: the time of the revelation would tell when the other answered.
      expect(page).not.toMatch(/\d\d:\d\d/);
      expect(data.documents).toMatchObject([
        { path: `check-in/${id}`, content: { issue: "Both ends of the day" } },
      ]);
    }
  });

  it("mechanic 2: has nothing of a check-in that is still sealed, and is the same whoever has answered", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const { id } = await begin(maya, space);
    const files = async (person: Person) => filesOf((await take(server, person, space)).bytes);
    const [hers, his] = [await files(maya), await files(jonas)];
    await seal(maya, space, id, saying("The mornings"));
    for (const [person, before] of [
      [maya, hers],
      [jonas, his],
    ] as const) {
      const { page, data } = await files(person);
      expect([page, data]).toEqual([before.page, before.data]);
      expect(JSON.stringify([page, data])).not.toMatch(new RegExp(`mornings|${id}`));
    }
  });

  it("S19 has what one answered while one was alone, for oneself and not for who joins later", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const space = await createSpace(maya);
    const { id } = await begin(maya, space);
    await seal(maya, space, id, saying("The mornings"));
    expect(filesOf((await take(server, maya, space)).bytes).page).toContain("The mornings");
    const jonas = await signUp(server, "Jonas");
    await jonas.post(`/api/invitations/${(await invite(maya, space)).code}/accept`);
    const { page, data } = filesOf((await take(server, jonas, space)).bytes);
    expect(JSON.stringify([page, data])).not.toContain("The mornings");
  });

  it("has promises with what they said before, asks, what there is to carry, and good news", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const day = parseDay(new Date(server.services.clock.now()).toISOString().slice(0, 10));
    const promised = (action: string) => ({
      kind: "promise",
      subject: `promise/${v.parse(EntryId, "promise-1")}`,
      body: { cue: "it rains", action, due: day, state: "open", from: null },
    });
    const declare = (person: Person, body: unknown) =>
      person.post(`/api/spaces/${space}/declarations`, body);
    await declare(maya, promised("drive you"));
    await declare(maya, promised("come and fetch you"));
    const words = "That meant a lot";
    await declare(jonas, { ...promised(""), kind: "appreciation", body: { words } });
    await writeAt(server, { space, path: "asks", author: jonas }, (doc) => {
      if (!day) return;
      const owner = personId(jonas);
      const ask = newEntryId();
      addAsk(doc, { id: ask, owner, kind: "listen", askedOn: day });
      askNote(doc, ask)?.insert(0, "A long day");
      addLoad(doc, { id: newEntryId(), what: "The tax papers", holder: owner });
      addNews(doc, { id: newEntryId(), owner, text: "They took my draft", on: day });
    });
    const { page } = filesOf((await take(server, maya, space)).bytes);
    for (const told of [
      /When <bdi>it rains<\/bdi>, I will <bdi>come and fetch you<\/bdi>/,
      /Before that:[^]*drive you/,
      /Jonas, about it[^]*That meant a lot/,
      /Jonas asked: listen[^]*A long day/,
      /What there is to carry[^]*The tax papers/,
      /Good news[^]*They took my draft/,
    ])
      expect(page).toMatch(told);
  });

  it("is refused to observers and strangers, and to whoever is signed out", async () => {
    const server = await startWorkspace();
    const { ines, space } = await coupleWithCounsellor(server);
    const dora = await signUp(server, "Dora");
    expect((await take(server, ines, space)).code).toBe("not-a-partner");
    expect((await take(server, dora, space)).code).toBe("no-such-space");
    expect((await take(server, { ...dora, cookie: "" }, space)).code).toBe("signed-out");
  });

  it("S19 is for one partner alone as for two", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const space = await createSpace(maya);
    await addNeeds(server, space, maya, ["Rest"]);
    const { page, data } = filesOf((await take(server, maya, space)).bytes);
    expect(data.partners).toEqual([{ id: maya.id, name: "Maya" }]);
    expect(page).toContain("Rest");
  });

  it("S16 is there for the other after one has left, who has nothing more to take", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    await addNeeds(server, space, maya, ["Rest"]);
    await maya.post(`/api/spaces/${space}/leave`);
    const { data, page } = filesOf((await take(server, jonas, space)).bytes);
    expect(data.partners.map(({ id }) => id)).toEqual([jonas.id]);
    expect(page).toContain("Rest");
    expect((await take(server, maya, space)).code).toBe("no-such-space");
  });

  it("can be asked for often, but not without end", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const codes: (string | null)[] = [];
    for (let left = 12; left > 0; left -= 1) codes.push((await take(server, maya, space)).code);
    expect(codes).toEqual([...Array.from({ length: 10 }, () => null), "too-many", "too-many"]);
    expect((await take(server, jonas, space)).status).toBe(200);
  });
});

/** How many rows every table of the app's database has. */
async function rowsOf({ services: { db } }: RunningServer) {
  const tables = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table'`.execute(db);
  const counts = new Map<string, number>();
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(
      db,
    );
    counts.set(name, rows[0]?.n ?? -1);
  }
  return counts;
}

describe("S17", () => {
  it("the partner never learns of an export: no event, no row, no presence, nothing written", async () => {
    const { server, maya, jonas, space, agree } = await withAgreement("We eat at seven.");
    await addNeeds(server, space, maya, ["Rest"]);
    await agree(jonas);
    const theirs = peer(server, jonas, `${space}/needs`);
    await synced(theirs);
    const seen: string[] = [];
    theirs.provider.awareness.on("change", () => seen.push("presence"));
    theirs.doc.on("update", () => seen.push("update"));
    const unsubscribe = server.services.bus.subscribe({
      person: personId(jonas),
      session: "theirs",
      onChange: (_, kind) => seen.push(kind),
      onEnd: () => undefined,
    });
    const before = {
      rows: await rowsOf(server),
      space: (await jonas.get(`/api/spaces/${space}`)).body,
    };
    expect((await take(server, maya, space)).status).toBe(200);
    // What is sent after the export comes after whatever the export had sent.
    await addNeeds(server, space, maya, ["Music"]);
    await eventually(() => expect(seen).toContain("update"));
    unsubscribe();
    expect(seen).toEqual(["update"]);
    // The exporter's own account log, which is shown to nobody else.
    expect(await rowsOf(server)).toEqual(new Map(before.rows).set("account_log", 1));
    expect((await jonas.get("/api/account/log")).body).toEqual({ entries: [] });
    expect((await jonas.get(`/api/spaces/${space}`)).body).toEqual(before.space);
  });
});

describe("words of the people, however hostile,", () => {
  const hostile = `<script>alert("1")</script><img src=x onerror='alert(2)'>&lt;/style>`;

  it("are read as words: in needs, clauses, titles, names and the ledger", async () => {
    const { server, maya, jonas, space, agree } = await withAgreement(hostile, hostile);
    await addNeeds(server, space, maya, [hostile, `</p></section>`]);
    await agree(maya);
    await sql`update "user" set name = ${hostile} where id = ${jonas.id}`.execute(
      server.services.db,
    );
    await sql`update space set name = ${hostile}`.execute(server.services.db);
    const { page } = filesOf((await take(server, maya, space)).bytes);
    expect(page).not.toMatch(/<script|<img|onerror='|<\/p><\/section>&/);
    expect(page).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;img src=x");
    expect(page).toContain("&amp;lt;/style&gt;");
    // Every tag there is, is one of ours.
    const tags = new Set([...page.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag));
    expect([...tags].sort((a = "", b = "") => (a < b ? -1 : 1))).toEqual(
      "a article bdi blockquote body div h1 h2 h3 head header html li main meta nav ol p section span style title ul".split(
        " ",
      ),
    );
    expect(page).not.toMatch(/<[^>]+\son[a-z]+=/i);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });
});

describe("what is too large", () => {
  it("S5 is left out and named, and keeps nothing else from being taken along", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space: id } = await couple(server);
    await addNeeds(server, id, jonas, ["x".repeat(20_000)]);
    await writeAt(server, { space: id, path: "goals", author: maya }, (doc) =>
      addGoal(doc, { id: newEntryId(), owner: "ours", title: "Walk" }),
    );
    const space = await loadSpace(server.services.db, id);
    if (!space) throw new Error("no space");
    const asked = { space, exporter: personId(maya), now: server.services.clock.now() };
    const limits = { ...defaultGatherLimits, document: 10_000 };
    const gathered = await gather(server.services, asked, limits);
    expect(gathered.leftOut).toEqual(["needs"]);
    expect(gathered.documents.map(({ path }) => path)).toEqual(["goals"]);
    expect(pageOf(gathered)).toMatch(/What is missing[^]*the needs/);
  });

  it("S5 of one's word is left out, and keeps nothing of the other's word from coming along", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space: id } = await couple(server);
    const declare = (person: Person) =>
      person.post(`/api/spaces/${id}/declarations`, {
        kind: "calendar",
        subject: "calendar",
        body: {},
      });
    for (let left = 5; left > 0; left -= 1) await declare(jonas);
    await declare(maya);
    const space = await loadSpace(server.services.db, id);
    if (!space) throw new Error("no space");
    const asked = { space, exporter: personId(maya), now: server.services.clock.now() };
    const { ledger, leftOut } = await gather(server.services, asked, {
      ...defaultGatherLimits,
      declared: 600,
    });
    expect(leftOut).toEqual(["ledger"]);
    expect(ledger.at(-1)?.author).toBe(maya.id);
    expect(ledger.filter(({ author }) => author === jonas.id).length).toBeLessThan(5);
  });
});
