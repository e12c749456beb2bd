import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { Declarations } from "@concord/domain/ledger/schema";
import { sql } from "kysely";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import type { RunningServer } from "../server.ts";
import { begin, seal } from "../testing/check-ins.ts";
import { eventually } from "../testing/eventually.ts";
import { entered, peer, raw, synced, unheeding } from "../testing/peers.ts";
import {
  couple,
  coupleWithCounsellor,
  createSpace,
  invite,
  offerGrant,
  type Person,
  password,
  send,
  signIn,
  signUp,
  startWorkspace,
  temporaryFolder,
} from "../testing/workspace.ts";
import { unknownPerson } from "./departures.ts";
import { referencesToPeople } from "./erasure.ts";

const gone = { confirm: { password }, sure: true };

const deleteAccount = (person: Person) => person.post("/api/account/delete", gone);

const promise = (id: string) => ({
  kind: "promise",
  subject: `promise/${id}`,
  body: { cue: "", action: "call", due: "2027-02-23", state: "open", from: null },
});

/** What refers to a person: each was thought of, and goes with them. */
const thoughtOf = new Set([
  "account.userId",
  "account_log.person",
  "check_in_person.person",
  "consent.person",
  "declaration.author",
  "former_partner.person",
  "grant_consent.person",
  "invitation.inviter",
  "invitation.used_by",
  "observer_grant.observer",
  "partner.person",
  "passkey.person",
  "passkey_challenge.person",
  "recovery_code.person",
  "second_factor.person",
  "session.userId",
  "vault.person",
]);

/** Every text of `app.db`, table by table. */
async function wordsOf({ services: { db } }: RunningServer): Promise<string> {
  const tables = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table'`.execute(db);
  const rows = [];
  for (const { name } of tables.rows)
    rows.push((await sql`select * from ${sql.table(name)}`.execute(db)).rows);
  return JSON.stringify(rows);
}

async function filesContain(folder: string, words: string): Promise<readonly string[]> {
  const found = [];
  for (const name of await readdir(folder))
    if ((await readFile(join(folder, name))).includes(words)) found.push(name);
  return found;
}

describe("deleting one's account", () => {
  it("reaches every table that refers to a person: a new one must be thought of", async () => {
    const server = await startWorkspace();
    const references = await referencesToPeople(server.services.db);
    expect(references.filter((reference) => !thoughtOf.has(reference))).toEqual([]);
  });

  it("takes the word, and the password or a passkey", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const path = "/api/account/delete";
    expect((await maya.post(path, { ...gone, sure: false })).code).toBe("bad-request");
    expect((await maya.post(path, { sure: true })).code).toBe("bad-request");
    const guess = { ...gone, confirm: { password: "a guess" } };
    expect((await maya.post(path, guess)).code).toBe("confirm-again");
    expect((await maya.get("/api/me")).status).toBe(200);
  });

  it("S18 leaves nothing of the person in any table, room or file", async () => {
    const dataDir = await temporaryFolder();
    const server = await startWorkspace({ dataDir });
    const { maya, jonas, space } = await couple(server);
    const ines = await signUp(server, "Ines");
    const until = Date.now() + 3_600_000;
    const grant = await offerGrant(maya, space, { rooms: ["needs"], until });
    await ines.post(`/api/grants/${grant.code}/accept`);
    await jonas.post(`/api/spaces/${space}/grants/${grant.id}/consent`);
    await signIn(server, "Maya");
    await maya.post("/api/account/recovery-codes", gone);
    await maya.post("/api/account/second-factor", gone);
    await maya.post("/api/account/confirm/options");
    const { id: checkIn } = await begin(maya, space);
    expect((await seal(maya, space, checkIn)).status).toBe(200);
    expect((await maya.post(`/api/spaces/${space}/calendar`)).status).toBe(201);
    const hers = peer(server, maya, `${space}/needs`);
    const his = peer(server, jonas, `${space}/needs`);
    await Promise.all([synced(hers), synced(his)]);
    hers.text.insert(0, "ours ");
    await eventually(() => expect(his.text.toJSON()).toBe("ours "));
    expect(await wordsOf(server)).toContain(maya.id);
    expect((await deleteAccount(maya)).status).toBe(200);
    for (const trace of [maya.id, maya.email, "Maya"])
      expect(await wordsOf(server)).not.toContain(trace);
    for (const trace of [maya.id, maya.email])
      expect(await filesContain(dataDir, trace)).toEqual([]);
    expect(await server.services.db.selectFrom("departure").selectAll().execute()).toEqual([]);
    const body = { email: maya.email, password };
    expect((await send(server, "POST", "/api/auth/sign-in/email", { body })).code).toBe(
      "wrong-credentials",
    );
    expect((await signUp(server, "Maya")).id).not.toBe(maya.id);
  });

  it("S18 leaves what both wrote to the other, as an unknown person's, and nobody comes to own it", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const hers = peer(server, maya, `${space}/needs`);
    const his = peer(server, jonas, `${space}/needs`);
    await Promise.all([synced(hers), synced(his)]);
    hers.text.insert(0, "hers ");
    await eventually(() => expect(his.text.toJSON()).toBe("hers "));
    his.text.insert(5, "and his");
    await eventually(() => expect(hers.text.toJSON()).toBe("hers and his"));
    await deleteAccount(maya);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await server.services.rooms.read(`${space}/needs`));
    expect(doc.getText("text").toJSON()).toBe("hers and his");
    const { authors } = await server.services.roomLog.history(`${space}/needs`);
    expect(new Set(authors.values())).toEqual(new Set([unknownPerson, jonas.id]));
    expect(authors.get(hers.doc.clientID)).toBe(unknownPerson);
    his.text.insert(0, "still: ");
    await eventually(async () => {
      const now = new Y.Doc();
      Y.applyUpdate(now, await server.services.rooms.read(`${space}/needs`));
      expect(now.getText("text").toJSON()).toBe("still: hers and his");
    });
    expect(his.closes).toEqual([]);
    expect((await jonas.get(`/api/spaces/${space}`)).body).toMatchObject({
      partners: [{ id: jonas.id }],
      grants: [],
    });
  });

  it("S18 takes their name off what they wrote in a space that they had left before", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const hers = peer(server, maya, `${space}/needs`);
    await synced(hers);
    hers.text.insert(0, "hers");
    await eventually(async () => {
      const { authors } = await server.services.roomLog.history(`${space}/needs`);
      expect([...authors.values()]).toContain(maya.id);
    });
    await maya.post(`/api/spaces/${space}/leave`);
    await deleteAccount(maya);
    const { authors } = await server.services.roomLog.history(`${space}/needs`);
    expect([...authors.values()]).toEqual([unknownPerson]);
    expect((await jonas.get(`/api/spaces/${space}`)).body).toMatchObject({
      closed: true,
      partners: [{ id: jonas.id }],
    });
    expect(await wordsOf(server)).not.toContain(maya.id);
  });

  it("S18 takes their declarations, and gives no number of theirs to another", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const at = `/api/spaces/${space}/declarations`;
    const made = [
      await jonas.post(at, promise("promise-1")),
      await maya.post(at, promise("promise-2")),
    ];
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
    await deleteAccount(maya);
    expect((await jonas.post(at, promise("promise-3"))).body).toMatchObject({ seq: 3 });
    const { declarations } = v.parse(Declarations, (await jonas.get(at)).body);
    expect(declarations.map(({ seq, author }) => [seq, author])).toEqual([
      [1, jonas.id],
      [3, jonas.id],
    ]);
  });

  it("S18 ends what is open within a second, here and elsewhere, and what others were let into", async () => {
    const server = await startWorkspace();
    const { maya, jonas, ines, space } = await coupleWithCounsellor(server);
    const elsewhere = await signIn(server, "Maya");
    const here = raw(server, maya, `/sync/${space}/needs`);
    const there = raw(server, elsewhere, `/sync/${space}/goals`);
    const looking = raw(server, ines, `/sync/${space}/needs`);
    const deaf = await unheeding(server, maya, `/sync/${space}/needs`);
    const his = peer(server, jonas, `${space}/needs`);
    await Promise.all([here, there, looking].map(entered));
    await synced(his);
    const start = performance.now();
    await deleteAccount(maya);
    expect(await here.closed).toMatchObject({ code: 4401 });
    expect(await there.closed).toMatchObject({ code: 4401 });
    expect(await looking.closed).toMatchObject({ code: 4403 });
    await deaf.ended;
    expect(performance.now() - start).toBeLessThan(2000);
    expect(his.closes).toEqual([]);
    expect((await ines.get(`/api/spaces/${space}`)).code).toBe("no-such-space");
  });

  it("S16 tells the other nothing: they later find themselves alone", async () => {
    const server = await startWorkspace();
    const { maya, jonas } = await couple(server);
    const told: unknown[] = [];
    const { services } = server;
    const { id } = jonas;
    const person = (
      await services.db.selectFrom("session").select("id").where("userId", "=", id).execute()
    )[0];
    services.bus.subscribe({
      person: v.parse(v.any(), jonas.id),
      session: person?.id ?? "",
      onChange: (...change) => told.push(change),
      onEnd: () => told.push("ended"),
    });
    await deleteAccount(maya);
    expect(told).toEqual([]);
  });

  it("S18 ends the invitations they made and those they used, so that no old code opens anything", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const jonas = await signUp(server, "Jonas");
    const space = await createSpace(maya);
    const open = await invite(maya, space);
    const used = await invite(maya, space);
    await jonas.post(`/api/invitations/${used.code}/accept`);
    await deleteAccount(jonas);
    for (const { code } of [open, used])
      expect((await send(server, "GET", `/api/invitations/${code}`)).code).toBe(
        "invitation-invalid",
      );
    expect((await maya.get(`/api/spaces/${space}`)).body).toMatchObject({
      partners: [{ id: maya.id }],
    });
    expect((await maya.post(`/api/spaces/${space}/invitations`)).status).toBe(201);
  });

  it("erases a space in which nobody is left, with all that was written there", async () => {
    const dataDir = await temporaryFolder();
    const server = await startWorkspace({ dataDir });
    const { maya, jonas, space } = await couple(server);
    const his = peer(server, jonas, `${space}/needs`);
    await synced(his);
    his.text.insert(0, "a word that is nobody's any more");
    await eventually(async () =>
      expect((await server.services.roomLog.history(`${space}/needs`)).parts).not.toEqual([]),
    );
    await deleteAccount(maya);
    await deleteAccount(jonas);
    expect(await wordsOf(server)).not.toContain(space);
    await eventually(async () => {
      expect(await filesContain(dataDir, space)).toEqual([]);
      expect(await filesContain(dataDir, "nobody's any more")).toEqual([]);
    });
  });

  it("erases what only they wrote, and ends it for the other who looks at it", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const room = `${space}/own-goals/${maya.id}`;
    const hers = peer(server, maya, room);
    await synced(hers);
    hers.text.insert(0, "mine");
    const looking = raw(server, jonas, `/sync/${room}`);
    await entered(looking);
    await deleteAccount(maya);
    expect(await looking.closed).toMatchObject({ code: 4403 });
    expect((await server.services.roomLog.history(room)).parts).toEqual([]);
  });

  it("S18 takes them out of the rooms of a space that they had left before", async () => {
    const dataDir = await temporaryFolder();
    const server = await startWorkspace({ dataDir });
    const { maya, jonas, space } = await couple(server);
    const hers = peer(server, maya, `${space}/needs`);
    const his = peer(server, jonas, `${space}/needs`);
    await Promise.all([synced(hers), synced(his)]);
    hers.text.insert(0, "hers");
    await eventually(() => expect(his.text.toJSON()).toBe("hers"));
    expect((await maya.post(`/api/spaces/${space}/leave`)).status).toBe(204);
    await deleteAccount(maya);
    const { authors } = await server.services.roomLog.history(`${space}/needs`);
    expect([...authors.values()]).toEqual([unknownPerson]);
    expect(await filesContain(dataDir, maya.id)).toEqual([]);
  });

  it("is finished at the next start where the server died in its midst", async () => {
    const dataDir = await temporaryFolder();
    const first = await startWorkspace({ dataDir });
    const { maya, jonas, space } = await couple(first);
    const hers = peer(first, maya, `${space}/needs`);
    await synced(hers);
    hers.text.insert(0, "hers");
    await eventually(async () =>
      expect((await first.services.roomLog.history(`${space}/needs`)).parts).not.toEqual([]),
    );
    await first.services.db.insertInto("departure").values({ space, person: maya.id }).execute();
    hers.provider.destroy();
    await first.stop();
    const second = await startWorkspace({ dataDir });
    const { parts } = await second.services.roomLog.history(`${space}/needs`);
    expect(parts.map(({ author }) => author)).not.toContain(maya.id);
    expect(await second.services.db.selectFrom("departure").selectAll().execute()).toEqual([]);
    expect(jonas.id).not.toBe(unknownPerson);
  });
});
