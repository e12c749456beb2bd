import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { Me } from "@concord/domain/accounts/schema";
import { addClause } from "@concord/domain/agreements/commands";
import { contentOf } from "@concord/domain/exports/content";
import { addNeed } from "@concord/domain/needs/commands";
import { newEntryId } from "@concord/domain/ids";
import { mutate } from "@concord/sync/testing/mutate";
import { makeRandom } from "@concord/sync/testing/random";
import { zipSync, type Zippable } from "fflate";
import { sql } from "kysely";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";

import { type RunningServer, startServer } from "../server.ts";
import { bring, brought, documentAt, filesOf, take, viewsOf, writeAt } from "../testing/exports.ts";
import {
  couple,
  type Person,
  signUp,
  startWorkspace,
  temporaryFolder,
} from "../testing/workspace.ts";
import { bringIn } from "./bring-in.ts";
import { readImport } from "./read-import.ts";
import { makeTurns } from "./turns.ts";
import { largestInflated } from "./unpack.ts";

interface Stage {
  readonly server: RunningServer;
  readonly dora: Person;
  readonly bytes: Uint8Array;
  readonly data: ReturnType<typeof filesOf>["data"];
  readonly page: string;
  /** How many spaces there are, partners in them, and rooms. */
  readonly count: () => Promise<readonly number[]>;
}

async function stage(): Promise<Stage> {
  const dataDir = await temporaryFolder();
  return await stageOn(await startWorkspace({ dataDir }), dataDir);
}

async function stageOn(server: RunningServer, dataDir: string): Promise<Stage> {
  const { maya, space } = await couple(server);
  await writeAt(server, { space, path: "needs", author: maya }, (doc) =>
    addNeed(doc, { id: newEntryId(), owner: "ours", kind: "need", text: "Rest" }),
  );
  await writeAt(server, { space, path: "goals", author: maya }, (doc) =>
    doc.getMap("meta").set("version", 1),
  );
  const { bytes } = await take(server, maya, space);
  const { data, page } = filesOf(bytes);
  const dora = await signUp(server, "Dora");
  const log = new DatabaseSync(join(dataDir, "log.db"), { readOnly: true });
  const count = async () => {
    const { rows } = await sql<{ spaces: number; partners: number }>`
      select (select count(*) from space) as spaces, (select count(*) from partner) as partners
    `.execute(server.services.db);
    const rooms = Number(log.prepare("select count(*) as n from rooms").get()?.["n"]);
    return [rows[0]?.spaces ?? -1, rows[0]?.partners ?? -1, rooms];
  };
  return { server, dora, bytes, data, page, count };
}

type Data = Stage["data"];

/** A zip whose manifest is right, whatever stands in its data. */
function zipOf(data: unknown, { page = "<p>", version = 1, more = {} } = {}) {
  const files = { "concord.html": page, "concord.json": JSON.stringify(data) };
  const manifest = {
    format: "concord export",
    version,
    exportedOn: "2026-11-24",
    files: Object.entries(files).map(([name, text]) => ({
      name,
      bytes: Buffer.byteLength(text),
      sha256: createHash("sha256").update(text).digest("hex"),
    })),
  };
  const all = { ...files, "manifest.json": JSON.stringify(manifest) };
  const bytes = Object.entries(all).map(([name, text]) => [name, Buffer.from(text)]);
  return zipSync({ ...(Object.fromEntries(bytes) as Zippable), ...more });
}

const updateOf = (change: (doc: Y.Doc) => void): string => {
  const doc = new Y.Doc();
  change(doc);
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64");
};

const withUpdate = (data: Data, update: string): Data => ({
  ...data,
  documents: [{ path: "needs", content: {}, update }],
});

function nestedMaps(doc: Y.Doc): void {
  let map = doc.getMap("needs");
  for (let level = 0; level < 2000; level += 1) {
    const below = new Y.Map<unknown>();
    map.set("in", below);
    map = below;
  }
}

/** What is written after something that is not there. */
function withGap(): string {
  const doc = new Y.Doc();
  doc.getText("title").insert(0, "one");
  const before = Y.encodeStateVector(doc);
  doc.getText("title").insert(3, "two");
  return Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString("base64");
}

const deepJson = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

/** A zip's local header says another size than it inflates to. */
function lying(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  new DataView(copy.buffer).setUint32(22, 5, true);
  return copy;
}

type Bad = readonly [string, (good: Stage) => Uint8Array | string];

const damaged: readonly Bad[] = [
  ["nothing at all", () => ""],
  ["something that is no export", () => "hello"],
  ["JSON that is no export", () => `{"format":"something else","version":1}`],
  ["a list", () => "[]"],
  ["text that is not UTF-8", () => Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d)],
  ["a version that is none", ({ data }) => JSON.stringify({ ...data, version: 0 })],
  ["JSON that nests without end", () => deepJson(1_000_000)],
  [
    "content that nests without end",
    ({ data }) => JSON.stringify(data).replace(`"content":`, `"content":${deepJson(100_000)},"x":`),
  ],
  ["a zip that is cut short", ({ bytes }) => bytes.subarray(0, bytes.length - 200)],
  ["half a zip", ({ bytes }) => bytes.subarray(0, bytes.length / 2)],
  ["a zip of nothing", () => zipSync({})],
  [
    "a zip without its manifest",
    ({ data }) => zipSync({ "concord.json": Buffer.from(JSON.stringify(data)) }),
  ],
  [
    "a zip with another file beside",
    ({ data }) => zipOf(data, { more: { "note.txt": Buffer.from("x") } }),
  ],
  [
    "a zip with a path out of its folder",
    ({ data }) => zipOf(data, { more: { "../concord.json": Buffer.from("x") } }),
  ],
  [
    "a zip with an absolute path",
    ({ data }) => zipOf(data, { more: { "/etc/passwd": Buffer.from("x") } }),
  ],
  ["a page that was changed", ({ data, page }) => changedPage(data, page)],
  ["a zip bomb", () => zipSync({ "concord.json": new Uint8Array(largestInflated + 1) })],
  [
    "a zip bomb that lies about its size",
    () => lying(zipSync({ "concord.json": new Uint8Array(largestInflated + 1) })),
  ],
  ["a document that is no base64", ({ data }) => zipOf(withUpdate(data, "###"))],
  ["a document that is no update", ({ data }) => zipOf(withUpdate(data, "AQID"))],
  ["a document with a gap", ({ data }) => zipOf(withUpdate(data, withGap()))],
  [
    "a document with a list in it",
    ({ data }) =>
      zipOf(
        withUpdate(
          data,
          updateOf((doc) => doc.getArray("needs").push([1])),
        ),
      ),
  ],
  [
    "a document with a document in it",
    ({ data }) =>
      zipOf(
        withUpdate(
          data,
          updateOf((doc) => doc.getMap("needs").set("x", new Y.Doc())),
        ),
      ),
  ],
  [
    "a document with bytes in it",
    ({ data }) =>
      zipOf(
        withUpdate(
          data,
          updateOf((doc) => doc.getMap("needs").set("x", Uint8Array.of(1))),
        ),
      ),
  ],
  [
    "a document that nests without end",
    ({ data }) => zipOf(withUpdate(data, updateOf(nestedMaps))),
  ],
  [
    "a room that cannot be",
    ({ data }) =>
      zipOf({ ...data, documents: [{ path: "../needs", content: {}, update: "AAA=" }] }),
  ],
  [
    "a document twice",
    ({ data }) => zipOf({ ...data, documents: [...data.documents, ...data.documents] }),
  ],
  ["an exporter who was no partner", ({ data }) => zipOf({ ...data, exportedBy: "somebody-else" })],
  ["no partners", ({ data }) => zipOf({ ...data, partners: [] })],
  ["a name that is none", ({ data }) => zipOf({ ...data, name: "a\u202Eb" })],
  ["a broken document among good ones", ({ data }) => zipOf(brokenLast(data))],
];

const brokenLast = (data: Data): Data => ({
  ...data,
  documents: [...data.documents, { path: "asks", content: {}, update: "AQID" }],
});

/** The manifest stays what it was. */
function changedPage(data: Data, page: string): Uint8Array {
  const { raw } = filesOf(zipOf(data, { page }));
  return zipSync({ ...raw, "concord.html": Buffer.from(`${page} `) });
}

const tooNew: readonly Bad[] = [
  ["data of a newer version", ({ data }) => JSON.stringify({ ...data, version: 2, partners: {} })],
  ["a zip of a newer version", ({ data }) => zipOf(data, { version: 2 })],
  ["data of a newer version in a zip", ({ data }) => zipOf({ ...data, version: 7 })],
  [
    "a document of a newer version",
    ({ data }) =>
      zipOf(
        withUpdate(
          data,
          updateOf((doc) => doc.getMap("meta").set("version", 2)),
        ),
      ),
  ],
];

/** One stage for many tests: what they are about changes nothing on it. */
function sharedStage(): () => Stage {
  let shared: Stage | null = null;
  let end = async () => {};
  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "concord-"));
    const server = await startServer({ port: 0, dataDir });
    end = async () => {
      await server.stop();
      await rm(dataDir, { recursive: true });
    };
    shared = await stageOn(server, dataDir);
  });
  afterAll(() => end());
  return () => {
    if (!shared) throw new Error("not there yet");
    return shared;
  };
}

describe("nothing is brought in, and nothing half done, of", () => {
  const shared = sharedStage();

  /** What somebody is told who tries to bring it in, and what there is more of afterwards. */
  async function tried([what, make]: Bad) {
    const good = shared();
    const person = await signUp(good.server, `X${createHash("sha256").update(what).digest("hex")}`);
    const before = await good.count();
    const { code } = await bring(good.server, person, make(good));
    const after = await good.count();
    const { spaces } = v.parse(Me, (await person.get("/api/me")).body);
    return { code, more: after.map((count, at) => count - (before[at] ?? 0)), spaces };
  }
  const refused = (code: string) => ({ code, more: [0, 0, 0], spaces: [] });

  it.each(damaged)("%s", async (...bad) => {
    expect(await tried(bad)).toEqual(refused("import-damaged"));
  });

  it.each(tooNew)("%s", async (...bad) => {
    expect(await tried(bad)).toEqual(refused("import-too-new"));
  });

  it("a file beyond the bound, said to be so or not", async () => {
    const { server, dora, count } = shared();
    const before = await count();
    const large = new Uint8Array(25_000_001);
    expect((await bring(server, dora, large)).code).toBe("too-large");
    const said = { "content-length": String(large.length) };
    expect((await bring(server, dora, large, said)).code).toBe("too-large");
    expect(await count()).toEqual(before);
  });
});

it("every other request keeps the bound that it has", async () => {
  const { dora } = await stage();
  const answer = await dora.post("/api/spaces", { name: "x".repeat(70_000) });
  expect(answer.code).toBe("too-large");
});

function contentIn({ path, update }: { readonly path: string; readonly update: Uint8Array }) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return [path, contentOf(doc)];
}

describe("a damaged export", () => {
  it("is refused or is whole: 150 mutated ones never crash, and leave nothing half done (seeded)", async () => {
    const { bytes, data, count } = await stage();
    const importer = data.exportedBy;
    const before = await count();
    const random = makeRandom(20_261_124);
    const whole = await readImport(bytes, importer);
    const contents = (plan: typeof whole) => JSON.stringify(plan.documents.map(contentIn));
    const outcomes = new Set<string>();
    for (let left = 150; left > 0; left -= 1) {
      const source = random.chance(0.5) ? bytes : Buffer.from(JSON.stringify(data));
      const outcome = await readImport(mutate(source, random), importer).then(
        (plan) => (source === bytes ? contents(plan) : "another text"),
        (refusal: unknown) => String((refusal as { code?: unknown }).code),
      );
      outcomes.add(outcome);
    }
    // A zip that passes is what it was: what was changed is nothing that it holds.
    const expected = new Set(["another text", "import-damaged", "import-too-new", contents(whole)]);
    expect([...outcomes].filter((outcome) => !expected.has(outcome))).toEqual([]);
    expect(outcomes).toContain("import-damaged");
    expect(await count()).toEqual(before);
  });
});

describe("an import that cannot be written", () => {
  it("leaves nothing of the space to be seen, and the next one works", async () => {
    const { server, dora, bytes, count } = await stage();
    const before = await count();
    const { services } = server;
    const write = services.rooms.write.bind(services.rooms);
    let written = 0;
    const failing = vi.spyOn(services.rooms, "write").mockImplementation((...args) => {
      written += 1;
      return written > 1 ? Promise.reject(new Error("the disk is full")) : write(...args);
    });
    expect((await bring(server, dora, bytes)).code).toBe("our-fault");
    failing.mockRestore();
    const [spaces, partners] = await count();
    expect([spaces, partners]).toEqual(before.slice(0, 2));
    expect((await dora.get("/api/me")).body).toMatchObject({ spaces: [] });
    expect((await bring(server, dora, bytes)).status).toBe(201);
  });

  it("is not announced before it is all there", async () => {
    const { server, bytes, data } = await stage();
    const plan = await readImport(bytes, data.exportedBy);
    const order: string[] = [];
    const access = { changed: async () => void order.push("told") };
    const rooms = {
      write: async (room: string, author: string, update: Uint8Array) => {
        await server.services.rooms.write(room, author, update);
        order.push("written");
      },
    };
    await bringIn({ ...server.services, access, rooms }, plan, data.exportedBy);
    expect(order).toEqual([...plan.documents.map(() => "written"), "told"]);
  });
});

it("an import takes words for words: a clause that looks like a page stays a clause", async () => {
  const { server, dora, data } = await stage();
  const hostile = `"></script><script>`;
  const update = updateOf((doc) =>
    addClause(doc, { id: newEntryId(), content: [{ type: "paragraph", runs: [hostile] }] }),
  );
  const path = `agreement/${newEntryId()}` as const;
  const { id } = await brought(
    server,
    dora,
    zipOf({ ...data, documents: [{ path, content: {}, update }] }),
  );
  const doc = await documentAt(server, { space: id, path });
  expect(JSON.stringify(doc.getMap("clauses").toJSON())).toContain("script");
  expect(await viewsOf(server, id, dora.id)).toMatchObject({ agreements: [] });
});

it("one person brings in often, but not without end", async () => {
  const { server, dora } = await stage();
  const codes: (string | null)[] = [];
  for (let left = 11; left > 0; left -= 1) codes.push((await bring(server, dora, "x")).code);
  expect(codes).toEqual([...Array.from({ length: 10 }, () => "import-damaged"), "too-many"]);
});

it("what takes much memory is done one at a time, and refused where too many wait", async () => {
  const turns = makeTurns(2);
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await Promise.resolve();
    order.push(`${name} ends`);
    if (name === "one") throw new Error("it failed");
  };
  const [one, two, three] = [turns(work("one")), turns(work("two")), turns(work("three"))];
  await expect(three).rejects.toMatchObject({ code: "not-now" });
  await expect(one).rejects.toThrow("it failed");
  await two;
  expect(order).toEqual(["one begins", "one ends", "two begins", "two ends"]);
  await turns(work("four"));
  expect(order).toContain("four ends");
});
