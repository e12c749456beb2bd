import { addAgreement, setReviewInIndex } from "@concord/domain/agreements/index-commands";
import { NewCalendarFeed } from "@concord/domain/calendar/schema";
import { type Day, parseDay } from "@concord/domain/dates";
import { addGoal } from "@concord/domain/goals/commands";
import { addStep } from "@concord/domain/goals/step-commands";
import { newEntryId, SpaceId } from "@concord/domain/ids";
import { Declaration } from "@concord/domain/ledger/schema";
import { type RoomPath, parseRoomPath, roomName } from "@concord/domain/rooms";
import pino from "pino";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import type { RunningServer } from "../server.ts";
import { readIcs } from "../testing/ics.ts";
import {
  couple,
  coupleWithCounsellor,
  createSpace,
  loopback,
  type Person,
  signUp,
  startWorkspace,
} from "../testing/workspace.ts";

const day = (days: number): Day => {
  const text = new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const parsed = parseDay(text);
  if (!parsed) throw new Error("not a day");
  return parsed;
};

const compact = (day: Day): string => day.replaceAll("-", "");

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

/** A step of a goal in a room, on a day; in words that no calendar must ever have. */
function addDated(doc: Y.Doc, on: Day, words = "Secret words"): void {
  const goal = newEntryId();
  addGoal(doc, { id: goal, owner: "ours", title: words, why: words });
  const step = { id: newEntryId(), cue: words, action: words, obstacle: words, nextDate: on };
  addStep(doc, goal, step);
}

const ownRoom = (person: Person): RoomPath => {
  const path = parseRoomPath(`own-goals/${person.id}`);
  if (!path) throw new Error("no room");
  return path;
};

/** A couple whose every kind of date is on a day of its own. */
async function coupleWithDates(options: Parameters<typeof startWorkspace>[0] = {}) {
  const server = await startWorkspace(options);
  const { maya, jonas, space } = await couple(server);
  const at = (path: RoomPath, { id }: Person) => ({ space, path, author: id });
  await write(server, at(ownRoom(maya), maya), (doc) => addDated(doc, day(1), "Maya's secret"));
  await write(server, at(ownRoom(jonas), jonas), (doc) => addDated(doc, day(2), "Jonas' secret"));
  await write(server, at("goals", maya), (doc) => addDated(doc, day(3)));
  await write(server, at("agreements", maya), (doc) => {
    const id = newEntryId();
    addAgreement(doc, { id, title: "Secret title", createdOn: day(0) });
    setReviewInIndex(doc, id, day(4));
  });
  await write(server, at("check-ins", maya), (doc) => {
    doc.getMap("details").set("every", "two-weeks");
    doc.getMap("details").set("nextOn", day(5));
  });
  return { server, maya, jonas, space };
}

async function makeFeed(person: Person, space: string): Promise<string> {
  const answer = await person.post(`/api/spaces/${space}/calendar`);
  expect(answer.status).toBe(201);
  return new URL(v.parse(NewCalendarFeed, answer.body).url).pathname;
}

const fetchFeed = ({ app }: RunningServer, path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers });

/** The days and titles of a feed, as a calendar reads them without a session. */
async function read(server: RunningServer, path: string): Promise<readonly string[]> {
  const answer = await fetchFeed(server, path);
  expect(answer.status).toBe(200);
  const events = readIcs(await answer.text());
  return events.map((event) => `${event["DTSTART;VALUE=DATE"]} ${event["SUMMARY"]}`);
}

async function say(person: Person, space: string): Promise<Declaration> {
  const body = { kind: "calendar", subject: "calendar", body: {} };
  return v.parse(Declaration, (await person.post(`/api/spaces/${space}/declarations`, body)).body);
}

const takeBack = (person: Person, space: string, { id }: Declaration) =>
  person.delete(`/api/spaces/${space}/declarations/${id}`);

const mine = (days: number) => `${compact(day(days))} A next step`;
const shared = [
  `${compact(day(3))} A next step`,
  `${compact(day(4))} Time to look again`,
  `${compact(day(5))} Check-in`,
];

describe("a calendar feed", () => {
  it("has one's own steps at once, without the other's word, and never the other's own", async () => {
    const { server, maya, jonas, space } = await coupleWithDates();
    expect(await read(server, await makeFeed(maya, space))).toEqual([mine(1)]);
    expect(await read(server, await makeFeed(jonas, space))).toEqual([mine(2)]);
    await say(maya, space);
    await say(jonas, space);
    expect(await read(server, await makeFeed(maya, space))).not.toContain(mine(2));
  });

  it("S6 has what belongs to both only while both have said so; either ends that at once, in both", async () => {
    const { server, maya, jonas, space } = await coupleWithDates();
    const feeds = { maya: await makeFeed(maya, space), jonas: await makeFeed(jonas, space) };
    const bothFeeds = async () => [await read(server, feeds.maya), await read(server, feeds.jonas)];
    const apart = [[mine(1)], [mine(2)]];
    const together = [
      [mine(1), ...shared],
      [mine(2), ...shared],
    ];
    const hers = await say(maya, space);
    // Saying it twice is not both saying it.
    await say(maya, space);
    expect(await bothFeeds()).toEqual(apart);
    await say(jonas, space);
    expect(await bothFeeds()).toEqual(together);
    // An earlier word of hers is not the one that stands.
    await takeBack(maya, space, hers);
    expect(await bothFeeds()).toEqual(together);
    const again = await say(jonas, space);
    await takeBack(jonas, space, again);
    expect(await bothFeeds()).toEqual(apart);
    await say(jonas, space);
    expect(await bothFeeds()).toEqual(together);
  });

  it("S19 works for one alone, whose word is then not the word of both (S6)", async () => {
    const server = await startWorkspace();
    const dora = await signUp(server, "Dora");
    const space = await createSpace(dora);
    const author = dora.id;
    await write(server, { space, path: ownRoom(dora), author }, (doc) => addDated(doc, day(1)));
    await write(server, { space, path: "goals", author }, (doc) => addDated(doc, day(2)));
    await say(dora, space);
    expect(await read(server, await makeFeed(dora, space))).toEqual([mine(1)]);
  });

  it("never has a name, a title or any word that somebody wrote, however it is written (S6, S25)", async () => {
    const { server, maya, jonas, space } = await coupleWithDates();
    const hostile =
      "Secret\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Secret\r\nDESCRIPTION;X=:Secret";
    await write(server, { space, path: ownRoom(maya), author: maya.id }, (doc) =>
      addDated(doc, day(6), hostile),
    );
    await write(server, { space, path: "check-ins", author: maya.id }, (doc) => {
      doc.getMap("details").set("every", hostile);
      doc.getMap("details").set("nextOn", day(7));
      doc.getMap("details").set("title", hostile);
    });
    for (const person of [maya, jonas]) await say(person, space);
    const text = await (await fetchFeed(server, await makeFeed(maya, space))).text();
    expect(readIcs(text)).toHaveLength(5);
    for (const word of ["secret", "maya", "jonas", "example.org", space, maya.id, "Us\r"])
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
  });

  it("has whole days, and a check-in as often as it comes back", async () => {
    const { server, maya, jonas, space } = await coupleWithDates();
    for (const person of [maya, jonas]) await say(person, space);
    const events = readIcs(await (await fetchFeed(server, await makeFeed(maya, space))).text());
    expect(events.map((event) => event["DTSTART;VALUE=DATE"])).not.toContain(undefined);
    expect(events.at(-1)).toMatchObject({
      SUMMARY: "Check-in",
      RRULE: "FREQ=WEEKLY;INTERVAL=2",
      CLASS: "PRIVATE",
      TRANSP: "TRANSPARENT",
    });
    expect(events.at(0)?.["RRULE"]).toBeUndefined();
  });

  it("knows a date again that has moved, and gives the two partners nothing to compare", async () => {
    const { server, maya, jonas, space } = await coupleWithDates();
    for (const person of [maya, jonas]) await say(person, space);
    const ids = async (path: string) =>
      readIcs(await (await fetchFeed(server, path)).text()).map(({ UID }) => UID);
    const hers = await makeFeed(maya, space);
    const before = await ids(hers);
    await write(server, { space, path: "check-ins", author: jonas.id }, (doc) =>
      doc.getMap("details").set("nextOn", day(9)),
    );
    expect(await ids(hers)).toEqual(before);
    expect(new Set(before).size).toBe(4);
    const his = await ids(await makeFeed(jonas, space));
    expect(his.filter((id) => before.includes(id))).toEqual([]);
  });

  it("is kept by nobody on the way, and not sent again where it is known", async () => {
    const { server, maya, space } = await coupleWithDates();
    const path = await makeFeed(maya, space);
    const answer = await fetchFeed(server, path);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("private, no-cache");
    expect(answer.headers.getSetCookie()).toEqual([]);
    const tag = answer.headers.get("etag") ?? "";
    const again = await fetchFeed(server, path, { "if-none-match": tag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    await write(server, { space, path: ownRoom(maya), author: maya.id }, (doc) =>
      addDated(doc, day(8)),
    );
    expect((await fetchFeed(server, path, { "if-none-match": tag })).status).toBe(200);
  });
});

describe("the address of a feed", () => {
  it("is shown once, and ends when its person makes another or ends it", async () => {
    const { server, maya, jonas, space } = await coupleWithDates();
    const at = `/api/spaces/${space}/calendar`;
    expect((await maya.get(at)).body).toEqual({ active: false });
    const first = await makeFeed(maya, space);
    const his = await makeFeed(jonas, space);
    expect((await maya.get(at)).body).toEqual({ active: true });
    const second = await makeFeed(maya, space);
    expect((await fetchFeed(server, first)).status).toBe(404);
    expect((await fetchFeed(server, second)).status).toBe(200);
    expect((await maya.delete(at)).status).toBe(204);
    expect((await maya.delete(at)).status).toBe(204);
    expect((await fetchFeed(server, second)).status).toBe(404);
    expect((await maya.get(at)).body).toEqual({ active: false });
    expect((await fetchFeed(server, his)).status).toBe(200);
  });

  it("that is unknown, ended or malformed gets one and the same answer", async () => {
    const { server, maya, space } = await coupleWithDates();
    const ended = await makeFeed(maya, space);
    const works = await makeFeed(maya, space);
    const paths = [
      ended,
      "/calendar/7K2MP-7K2MP-7K2MP-7K2MP.ics",
      "/calendar/.ics",
      "/calendar/x",
      "/calendar/x.ics/y",
      `/calendar/${"A".repeat(4000)}.ics`,
      "/calendar/%00%ff.ics",
      works.replace(".ics", ""),
      works.replace(".ics", ".html"),
      `${works}/more`,
    ];
    const answers = await Promise.all(
      paths.map(async (path) => {
        const answer = await fetchFeed(server, path);
        return JSON.stringify([answer.status, [...answer.headers], await answer.text()]);
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("no-such-page");
  });

  it("S16 ends with its person's place in the space, and does not come back with them", async () => {
    const { server, maya, jonas, space } = await coupleWithDates();
    const his = await makeFeed(jonas, space);
    const hers = await makeFeed(maya, space);
    const { db } = server.services;
    const place = await db
      .selectFrom("partner")
      .selectAll()
      .where("person", "=", jonas.id)
      .executeTakeFirstOrThrow();
    await db.deleteFrom("partner").where("person", "=", jonas.id).execute();
    expect((await fetchFeed(server, his)).status).toBe(404);
    expect((await fetchFeed(server, hers)).status).toBe(200);
    await db.insertInto("partner").values(place).execute();
    expect((await fetchFeed(server, his)).status).toBe(404);
  });

  it("S14 is nothing for observers and strangers: they make, see and end none", async () => {
    const server = await startWorkspace();
    const { maya, ines, space } = await coupleWithCounsellor(server);
    const dora = await signUp(server, "Dora");
    const path = await makeFeed(maya, space);
    const at = `/api/spaces/${space}/calendar`;
    for (const [person, code] of [
      [ines, "not-a-partner"],
      [dora, "no-such-space"],
    ] as const)
      for (const answer of [await person.get(at), await person.post(at), await person.delete(at)])
        expect(answer.code).toBe(code);
    expect((await fetchFeed(server, path)).status).toBe(200);
  });

  it("is kept as a hash alone, and is in no line of the log (S22)", async () => {
    const lines: string[] = [];
    const log = pino({ level: "trace" }, { write: (line) => void lines.push(line) });
    const { server, maya, space } = await coupleWithDates({ log });
    const path = await makeFeed(maya, space);
    await fetchFeed(server, path);
    await fetchFeed(server, path.replace(/.{4}\.ics$/, "0000.ics"));
    const code = path.replace("/calendar/", "").replace(".ics", "");
    const rows = await server.services.db.selectFrom("calendar_feed").selectAll().execute();
    for (const kept of [lines.join(""), JSON.stringify(rows)])
      for (const part of [code, code.replaceAll("-", ""), ...code.split("-")])
        expect(kept).not.toContain(part);
    expect(lines.join("")).toContain("/calendar/:file");
  });

  it("is not to be guessed: an address that asks too often is made to wait", async () => {
    const server = await startWorkspace({ trustedProxies: loopback() });
    const from = (address: string) =>
      fetch(`http://127.0.0.1:${server.port}/calendar/7K2MP-7K2MP-7K2MP-7K2MP.ics`, {
        headers: { "x-forwarded-for": address },
      });
    const statuses: number[] = [];
    for (let at = 0; at < 61; at += 1) statuses.push((await from("192.0.2.1")).status);
    expect([...new Set(statuses.slice(0, 60)), statuses[60]]).toEqual([404, 429]);
    expect((await from("192.0.2.2")).status).toBe(404);
  });
});
