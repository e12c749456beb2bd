import { Me } from "@concord/domain/accounts/schema";
import { Space } from "@concord/domain/spaces/schema";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import type { RunningServer } from "../server.ts";
import { makeTestClock } from "../testing/clock.ts";
import { eventually } from "../testing/eventually.ts";
import { entered, peer, raw, synced, unheeding } from "../testing/peers.ts";
import {
  couple,
  coupleWithCounsellor,
  createSpace,
  invite,
  offerGrant,
  type Person,
  send,
  signUp,
  startWorkspace,
} from "../testing/workspace.ts";

const day = 24 * 60 * 60 * 1000;

const leave = (person: Person, space: string) => person.post(`/api/spaces/${space}/leave`);

const promise = (id: string) => ({
  kind: "promise",
  subject: `promise/${id.padEnd(8, "-")}`,
  body: { cue: "", action: "call", due: "2027-02-23", state: "open", from: null },
});

/** Hears what the server tells somebody's open pages. */
function ears({ services }: RunningServer, person: Person): readonly string[] {
  const heard: string[] = [];
  services.bus.subscribe({
    // The bus compares ids alone.
    person: person.id as never,
    session: person.id,
    onChange: (_, kind) => heard.push(kind),
    onEnd: () => {},
  });
  return heard;
}

async function textIn({ services }: RunningServer, room: string): Promise<string> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await services.rooms.read(room));
  return doc.getText("text").toJSON();
}

describe("leaving a space", () => {
  it("S5 is done by one alone, at once; S16 they see nothing of it any more, and twice is no more", async () => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    expect((await leave(maya, space)).status).toBe(204);
    expect((await maya.get(`/api/spaces/${space}`)).code).toBe("no-such-space");
    expect((await maya.get(`/api/spaces/${space}/declarations`)).code).toBe("no-such-space");
    expect((await maya.get(`/api/spaces/${space}/rooms/needs/revisions`)).code).toBe(
      "no-such-space",
    );
    expect(v.parse(Me, (await maya.get("/api/me")).body).spaces).toEqual([]);
    expect((await leave(maya, space)).code).toBe("no-such-space");
    expect(await raw(server, maya, `/sync/${space}/needs`).closed).toMatchObject({ code: 4403 });
  });

  it("S16 leaves the other a closed space to read, with the names by the words, without reason or time", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const hers = peer(server, maya, `${space}/needs`);
    await synced(hers);
    hers.text.insert(0, "what she wrote");
    await eventually(async () =>
      expect(await textIn(server, `${space}/needs`)).toBe("what she wrote"),
    );
    await leave(maya, space);
    const answer = await jonas.get(`/api/spaces/${space}`);
    expect(v.parse(Space, answer.body)).toMatchObject({
      closed: true,
      partners: [
        { id: jonas.id, name: "Jonas", seat: 2 },
        { id: maya.id, name: "Maya", seat: 1 },
      ],
      grants: [],
      invitedUntil: null,
    });
    expect(Object.keys(v.parse(v.record(v.string(), v.unknown()), answer.body)).sort()).toEqual([
      "closed",
      "grants",
      "id",
      "invitedUntil",
      "name",
      "partners",
      "you",
    ]);
    expect(v.parse(Me, (await jonas.get("/api/me")).body).spaces).toMatchObject([
      { id: space, closed: true },
    ]);
    const his = peer(server, jonas, `${space}/needs`);
    await synced(his);
    expect(his.text.toJSON()).toBe("what she wrote");
    his.text.insert(0, "added ");
    await entered(raw(server, jonas, `/sync/${space}/needs`));
    expect(await textIn(server, `${space}/needs`)).toBe("what she wrote");
  });

  it("S16 keeps no time of it: nothing in the database changes with the day on which it was", async () => {
    const server = await startWorkspace();
    const { maya, space } = await coupleWithCounsellor(server);
    await leave(maya, space);
    const { db } = server.services;
    const [row] = await db.selectFrom("space").selectAll().where("id", "=", space).execute();
    const former = await db.selectFrom("former_partner").selectAll().execute();
    expect(row).toMatchObject({ closed: 1 });
    expect(Object.keys(row ?? {}).sort()).toEqual([
      "closed",
      "created_at",
      "declared",
      "id",
      "name",
    ]);
    expect(former).toEqual([{ space, person: maya.id, seat: 1 }]);
  });

  it("S16 closes their own live connections and the observer’s within a second, heeding or not", async () => {
    const server = await startWorkspace();
    const { maya, ines, space } = await coupleWithCounsellor(server);
    const hers = raw(server, maya, `/sync/${space}/needs`);
    const looking = raw(server, ines, `/sync/${space}/needs`);
    const deaf = await unheeding(server, maya, `/sync/${space}/goals`);
    await Promise.all([hers, looking].map(entered));
    const heard = [maya, ines].map((person) => ears(server, person));
    const start = performance.now();
    await leave(maya, space);
    for (const { closed } of [hers, looking]) expect(await closed).toMatchObject({ code: 4403 });
    await deaf.ended;
    expect(performance.now() - start).toBeLessThan(1000);
    expect(heard).toEqual([["changed"], ["changed"]]);
  });

  it("S16 tells the other nothing: no event, no close, and what they are writing is still kept", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const his = peer(server, jonas, `${space}/needs`);
    await synced(his);
    const heard = ears(server, jonas);
    await leave(maya, space);
    his.text.insert(0, "in the middle of a word");
    await eventually(async () =>
      expect(await textIn(server, `${space}/needs`)).toBe("in the middle of a word"),
    );
    expect([heard, his.closes]).toEqual([[], []]);
  });

  it("S16 is found when they next open something in it, and their other pages with it", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const heard = ears(server, jonas);
    await leave(maya, space);
    expect(heard).toEqual([]);
    await entered(raw(server, jonas, `/sync/${space}/goals`));
    expect(heard).toEqual(["changed"]);
  });

  it("S16 does not leave what is open open for ever: within a day, at a time that tells nothing", async () => {
    const clock = makeTestClock();
    const server = await startWorkspace({ clock });
    const { maya, jonas, space } = await couple(server);
    const socket = raw(server, jonas, `/sync/${space}/needs`);
    await entered(socket);
    await leave(maya, space);
    clock.advance(day / 24 - 1);
    expect(socket.ws.readyState).toBe(socket.ws.OPEN);
    clock.advance(day);
    expect(await socket.closed).toMatchObject({ code: 4503 });
  });

  it("S16 ends all grants and open invitations, and lets nobody make others", async () => {
    const server = await startWorkspace();
    const { maya, jonas, ines, space, grant, until } = await coupleWithCounsellor(server);
    const open = await offerGrant(jonas, space, { rooms: ["goals"], until });
    await leave(maya, space);
    for (const { code } of [grant, open])
      expect((await send(server, "GET", `/api/grants/${code}`)).code).toBe("grant-invalid");
    expect((await ines.get(`/api/spaces/${space}`)).code).toBe("no-such-space");
    expect((await ines.get("/api/me")).body).toMatchObject({ observing: [] });
    const at = `/api/spaces/${space}`;
    for (const [path, body] of [
      ["invitations", {}],
      ["grants", { rooms: ["needs"], until }],
      [`grants/${open.id}/consent`, undefined],
      ["declarations", promise("later")],
      ["anything-to-come", {}],
    ] as const) {
      const answer = await jonas.post(`${at}/${path}`, body);
      expect([path, answer.status, answer.code]).toEqual([path, 409, "space-closed"]);
    }
  });

  it("S16 ends the addresses of both partners' calendars", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const { db } = server.services;
    for (const { id } of [maya, jonas])
      await db
        .insertInto("calendar_feed")
        .values({ code_hash: id, space, person: id, created_at: 0 })
        .execute();
    await leave(maya, space);
    expect(await db.selectFrom("calendar_feed").selectAll().execute()).toEqual([]);
  });

  it("S16 ends the invitation of one who was alone, and nobody takes a seat there later", async () => {
    const server = await startWorkspace();
    const [maya, jonas] = [await signUp(server, "Maya"), await signUp(server, "Jonas")];
    const space = await createSpace(maya);
    const { code } = await invite(maya, space);
    await leave(maya, space);
    expect((await jonas.post(`/api/invitations/${code}/accept`)).code).toBe("invitation-invalid");
    expect((await maya.get(`/api/spaces/${space}`)).code).toBe("no-such-space");
  });

  it("S5 lets the other take back what they declared, and leave as well", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const at = `/api/spaces/${space}/declarations`;
    const made = await jonas.post(at, promise("his"));
    const { id } = v.parse(v.object({ id: v.string() }), made.body);
    await maya.post(at, promise("hers"));
    await leave(maya, space);
    expect((await jonas.delete(`${at}/${id}`)).status).toBe(204);
    const { declarations } = v.parse(
      v.object({ declarations: v.array(v.object({ author: v.string() })) }),
      (await jonas.get(at)).body,
    );
    expect(declarations.map(({ author }) => author)).toEqual([jonas.id, maya.id, jonas.id]);
    expect((await leave(jonas, space)).status).toBe(204);
    expect((await jonas.get(`/api/spaces/${space}`)).code).toBe("no-such-space");
  });

  it("is for partners: an observer and a stranger leave nothing, and learn nothing of a closed space", async () => {
    const server = await startWorkspace();
    const { maya, ines, space } = await coupleWithCounsellor(server);
    const dora = await signUp(server, "Dora");
    expect((await leave(ines, space)).code).toBe("not-a-partner");
    expect((await leave(dora, space)).code).toBe("no-such-space");
    expect((await send(server, "POST", `/api/spaces/${space}/leave`)).code).toBe("signed-out");
    await leave(maya, space);
    const at = `/api/spaces/${space}/declarations`;
    for (const person of [maya, ines, dora])
      expect((await person.post(at, promise("no"))).code).toBe("no-such-space");
    expect((await send(server, "POST", at, { body: promise("no") })).code).toBe("signed-out");
  });
});
