import * as v from "valibot";
import { expect, it } from "vitest";
import * as Y from "yjs";

import type { ServerOptions } from "../server.ts";
import { makeTestClock } from "../testing/clock.ts";
import { eventually } from "../testing/eventually.ts";
import { peer, synced } from "../testing/peers.ts";
import {
  couple,
  coupleWithCounsellor,
  send,
  signUp,
  startWorkspace,
} from "../testing/workspace.ts";
import { RevisionDocument, Revisions } from "./schema.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Maya and Jonas have written in the needs, one after the other. */
async function written(options: Pick<ServerOptions, "historyDays"> = {}) {
  const clock = makeTestClock();
  const server = await startWorkspace({ clock, ...options });
  const people = await coupleWithCounsellor(server);
  const { maya, jonas, space } = people;
  const room = `${space}/needs`;
  const [hers, his] = [peer(server, maya, room), peer(server, jonas, room)];
  await Promise.all([synced(hers), synced(his)]);
  const isThere = (text: string) => () => expect(his.text.toJSON()).toBe(text);
  hers.text.insert(0, "a secret, quiet mornings");
  await eventually(isThere("a secret, quiet mornings"));
  await server.services.rooms.read(room);
  clock.advance(6 * minute);
  his.text.delete(0, 10);
  his.text.insert(his.text.length, " together");
  await eventually(() => expect(hers.text.toJSON()).toBe("quiet mornings together"));
  await server.services.rooms.read(room);
  clock.advance(6 * minute);
  return { ...people, server, clock, at: `/api/spaces/${space}/rooms/needs/revisions` };
}

const textOf = (update: string) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(update, "base64"));
  return doc.getText("text").toJSON();
};

it("tells both partners who wrote, by the day, and how it was then (H1, H2, S9)", async () => {
  const { maya, jonas, clock, at } = await written();
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  const { revisions } = v.parse(Revisions, (await jonas.get(at)).body);
  expect(revisions.map(({ authors }) => authors)).toEqual([[maya.id], [jonas.id]]);
  expect(revisions[1]?.day).toBe(today);
  expect(Object.keys(revisions[0] ?? {}).sort()).toEqual(["authors", "day", "id"]);
  const [first, second] = await Promise.all(
    revisions.map(async ({ id }) =>
      v.parse(RevisionDocument, (await maya.get(`${at}/${id}`)).body),
    ),
  );
  expect(textOf(first?.update ?? "")).toBe("a secret, quiet mornings");
  expect(textOf(second?.update ?? "")).toBe("quiet mornings together");
  expect(new Set(Object.values(second?.writers ?? {}))).toEqual(new Set([maya.id, jonas.id]));
});

it("is kept from observers, strangers and those signed out, and where nothing is", async () => {
  const { server, maya, ines, space, at } = await written();
  const stranger = await signUp(server, "Otto");
  const asked = async (path: string, person = maya) => (await person.get(path)).code;
  expect(await asked(at, ines)).toBe("not-a-partner");
  expect(await asked(`${at}/1`, ines)).toBe("not-a-partner");
  expect(await asked(at, stranger)).toBe("no-such-space");
  expect((await send(server, "GET", at)).code).toBe("signed-out");
  expect(await asked(`${at}/999`)).toBe("no-such-page");
  expect(await asked(`${at}/x`)).toBe("no-such-page");
  expect(await asked(`/api/spaces/${space}/rooms/cellar/revisions`)).toBe("no-such-page");
});

it("a room within a kind is asked for by its whole path", async () => {
  const { maya, space } = await written();
  const path = `/api/spaces/${space}/rooms/agreement/${crypto.randomUUID()}/revisions`;
  expect((await maya.get(path)).body).toEqual({ revisions: [] });
});

it("what is written right now is told once it is at an end (S8)", async () => {
  const { server, maya, space, clock, at } = await written();
  const hers = peer(server, maya, `${space}/needs`);
  await synced(hers);
  hers.text.insert(0, "!");
  await eventually(async () => {
    const log = await server.services.roomLog.history(`${space}/needs`);
    expect(log.parts.length).toBeGreaterThanOrEqual(3);
  });
  expect(v.parse(Revisions, (await maya.get(at)).body).revisions).toHaveLength(2);
  clock.advance(6 * minute);
  expect(v.parse(Revisions, (await maya.get(at)).body).revisions).toHaveLength(3);
});

it("is told for as many days as the server keeps it (H4)", async () => {
  const { maya, clock, at } = await written({ historyDays: 2 });
  const told = async () => v.parse(Revisions, (await maya.get(at)).body).revisions.length;
  clock.advance(day);
  expect(await told()).toBe(2);
  clock.advance(day);
  expect(await told()).toBe(0);
});

it("is nowhere where the server is to keep none (H5)", async () => {
  const clock = makeTestClock();
  const server = await startWorkspace({ clock, historyDays: 0 });
  const { maya, space } = await couple(server);
  const { rooms, roomLog } = server.services;
  const room = `${space}/needs`;
  const read = async () => textOf(Buffer.from(await rooms.read(room)).toString("base64"));
  const hers = peer(server, maya, room);
  await synced(hers);
  hers.text.insert(0, "a secret, quiet mornings");
  hers.text.delete(0, 10);
  await eventually(async () => expect(await read()).toBe("quiet mornings"));
  // What is too old is looked for a minute after the start.
  clock.advance(minute + 1);
  await eventually(async () => expect((await roomLog.history(room)).parts).toEqual([]));
  const { snapshot } = await roomLog.load(room);
  expect(Buffer.from(snapshot?.update ?? []).includes("secret")).toBe(false);
  expect(await read()).toBe("quiet mornings");
  clock.advance(6 * minute);
  const { body } = await maya.get(`/api/spaces/${space}/rooms/needs/revisions`);
  expect(body).toEqual({ revisions: [] });
});

it("goes through documents for one person only so often", async () => {
  const { maya, jonas, at } = await written();
  const codes = await Promise.all(Array.from({ length: 61 }, () => maya.get(`${at}/999`)));
  expect(codes.filter(({ code }) => code === "too-many")).toHaveLength(1);
  expect((await jonas.get(`${at}/1`)).status).toBe(200);
});
