import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { startWorkspace, temporaryFolder } from "../testing/workspace.ts";

async function builtClient(): Promise<string> {
  const dist = await temporaryFolder();
  await mkdir(join(dist, "assets"));
  await writeFile(join(dist, "index.html"), "<title>Concord</title>");
  await writeFile(join(dist, "assets", "app-1a2b3c.js"), "export {};");
  await writeFile(join(dist, "sw.js"), "// worker");
  return dist;
}

describe("the web client", () => {
  it("answers every page's address, and is asked for again each time", async () => {
    const { app } = await startWorkspace({ dist: await builtClient() });
    for (const path of ["/", "/join/ABCDE", "/s/12345678/needs"]) {
      const page = await app.request(path);
      expect([page.status, await page.text()]).toEqual([200, "<title>Concord</title>"]);
      expect(page.headers.get("cache-control")).toBe("no-cache");
      expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    }
  });

  it("keeps what is named by its hash, and nothing else", async () => {
    const { app } = await startWorkspace({ dist: await builtClient() });
    const asset = await app.request("/assets/app-1a2b3c.js");
    expect(asset.headers.get("cache-control")).toMatch(/immutable/);
    expect(asset.headers.get("content-type")).toMatch(/javascript/);
    const worker = await app.request("/sw.js");
    expect(worker.headers.get("cache-control")).toBe("no-cache");
    expect((await app.request("/assets/gone.js")).status).toBe(404);
  });

  it("goes out compressed to whoever takes that", async () => {
    const dist = await builtClient();
    await writeFile(join(dist, "assets", "app-1a2b3c.js.br"), "smaller");
    const { app } = await startWorkspace({ dist });
    const ask = (accepts: string) =>
      app.request("/assets/app-1a2b3c.js", { headers: { "accept-encoding": accepts } });
    const small = await ask("gzip, br");
    expect([small.headers.get("content-encoding"), await small.text()]).toEqual(["br", "smaller"]);
    expect(small.headers.get("content-type")).toMatch(/javascript/);
    expect(await (await ask("identity")).text()).toBe("export {};");
  });

  it("says how to build it where it is not built", async () => {
    const { app } = await startWorkspace({ dist: await temporaryFolder() });
    const page = await app.request("/");
    expect(page.status).toBe(503);
    expect(await page.text()).toMatch(/pnpm build/);
  });
});
