import * as v from "valibot";
import { describe, expect, it, onTestFinished } from "vitest";
import { existsSync } from "node:fs";

import { Me } from "@concord/domain/accounts/schema";
import { Space } from "@concord/domain/spaces/schema";
import { Declarations } from "@concord/domain/ledger/schema";
import { viewLedger } from "@concord/domain/ledger/view";
import { readPromises } from "@concord/domain/promises/view";
import { needsIn } from "@concord/domain/needs/schema";
import { goalsIn } from "@concord/domain/goals/schema";
import { agreementsIn, agreementTitle, clausesIn } from "@concord/domain/agreements/schema";
import * as Y from "yjs";
import { send, startWorkspace } from "../testing/workspace.ts";
import { startDemo } from "./start.ts";

async function demonstration() {
  const demo = await startDemo({ port: 0 });
  onTestFinished(() => demo.stop());
  return demo;
}

/** Follows a link as a browser does, and returns the cookie it left and where it led. */
async function follow(url: string) {
  const response = await fetch(url, { redirect: "manual" });
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return { cookie, location: response.headers.get("location") ?? "" };
}

describe("the demonstration", () => {
  it("signs three people in at three hosts, straight into one space", async () => {
    const { links } = await demonstration();
    const hosts = links.map(({ url }) => new URL(url).hostname);
    expect(new Set(hosts).size).toBe(3);
    const places = new Set<string>();
    for (const { name, url } of links) {
      const { cookie, location } = await follow(url);
      const { origin } = new URL(url);
      const me = await fetch(`${origin}/api/me`, { headers: { cookie } });
      expect(v.parse(Me, await me.json()).person.name).toBe(name);
      places.add(location);
    }
    expect(places.size).toBe(1);
  });

  it("shows the counsellor the needs and one agreement, and nothing of the goals", async () => {
    const { server, links } = await demonstration();
    const { cookie, location } = await follow(links[2]?.url ?? "");
    const path = location.replace("/space/", "/api/spaces/");
    const { body } = await send(server, "GET", path, { headers: { cookie } });
    const { you } = v.parse(Space, body);
    const agreement = expect.stringMatching(/^agreement\//);
    expect(you).toMatchObject({ role: "observer", rooms: ["needs", "agreements", agreement] });
  });

  it("is lived in: needs, goals and half-written agreements", async () => {
    const { server } = await demonstration();
    const { db, rooms } = server.services;
    const space = await db.selectFrom("space").select("id").executeTakeFirstOrThrow();
    const read = async (path: string) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, await rooms.read(`${space.id}/${path}`));
      return doc;
    };
    expect(needsIn(await read("needs")).size).toBeGreaterThan(5);
    expect(goalsIn(await read("goals")).size).toBe(3);
    const partners = await db.selectFrom("partner").select("person").execute();
    for (const { person } of partners)
      expect(goalsIn(await read(`own-goals/${person}`)).size).toBe(1);
    const index = agreementsIn(await read("agreements"));
    expect(index.size).toBe(3);
    const titles = [];
    let clauses = 0;
    for (const id of index.keys()) {
      const doc = await read(`agreement/${id}`);
      titles.push(agreementTitle(doc).toJSON());
      clauses += clausesIn(doc).size;
    }
    expect(titles.sort()).toEqual([
      "Evenings and work",
      "Money, without surprises",
      "When we disagree",
    ]);
    expect(clauses).toBe(7);
  });

  it("shows promises of both: open, reworded, kept and let go", async () => {
    const { server, links } = await demonstration();
    const { cookie, location } = await follow(links[0]?.url ?? "");
    const path = `${location.replace("/space/", "/api/spaces/")}/declarations`;
    const { body } = await send(server, "GET", path, { headers: { cookie } });
    const promises = readPromises(viewLedger(v.parse(Declarations, body).declarations));
    expect(new Set(promises.map(({ author }) => author)).size).toBe(2);
    expect(new Set(promises.map(({ state }) => state))).toEqual(
      new Set(["open", "kept", "released"]),
    );
    expect(promises.some(({ earlier }) => earlier.length > 0)).toBe(true);
    expect(promises.some(({ from }) => from !== null)).toBe(true);
  });

  it("deletes everything when it ends", async () => {
    const demo = await startDemo({ port: 0 });
    const { dataDir } = demo;
    expect(existsSync(dataDir)).toBe(true);
    await demo.stop();
    expect(existsSync(dataDir)).toBe(false);
  });

  it("alone can mint such links", async () => {
    const { links } = await demonstration();
    const server = await startWorkspace();
    for (const { url } of links) {
      const answer = await send(server, "GET", new URL(url).pathname);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect(server.app.routes.some(({ path }) => path.includes("demo"))).toBe(false);
  });
});
