import {
  type Browser,
  type BrowserContext,
  type Page,
  test as base,
  expect,
} from "@playwright/test";

import { type Couple, type Observer, type Person, couple, observer } from "./person.ts";
import { type TestServer, startServer } from "./server.ts";

/** Somebody at their own device: a browser context with their session, and its first page. */
export interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
}

interface Fixtures {
  /**
   * A device for somebody, or for nobody yet. Whatever is opened must stay quiet (S22). With `kept`
   * the app itself is kept on the device, by its service worker.
   */
  readonly open: (person: Person | null, options?: { readonly kept?: boolean }) => Promise<Seat>;
  /** Two partners with a space, each at their own device. */
  readonly home: Couple & { readonly adas: Seat; readonly sams: Seat };
  /** Admits a counsellor to rooms of `home`, and gives them a device. */
  readonly admit: (rooms: readonly string[]) => Promise<Observer & Seat>;
}

interface WorkerFixtures {
  readonly server: TestServer;
}

/** What a page says when the server refuses or cannot be reached: meant, and not a fault. */
const meant = [
  /^Failed to load resource: net::ERR_/,
  /^Failed to load resource: the server responded with a status of (4\d\d|503)/,
  /WebSocket connection to .* failed/,
];

/** Collects what must never happen: a request to a stranger, a violated policy, an error. */
function listen(context: BrowserContext, origin: string, faults: string[]): void {
  const ours = [origin, origin.replace("http", "ws")];
  context.on("request", (request) => {
    const url = request.url();
    const local = url.startsWith("data:") || url.startsWith("blob:");
    if (!local && !ours.some((each) => url.startsWith(`${each}/`))) faults.push(`asked ${url}`);
  });
  context.on("weberror", (error) => faults.push(`threw ${error.error().stack ?? ""}`));
  context.on("console", (message) => {
    const said = message.text();
    if (message.type() === "error" && !meant.some((pattern) => pattern.test(said)))
      faults.push(`logged ${said}`);
  });
}

interface Opening {
  readonly browser: Browser;
  readonly server: TestServer;
  readonly faults: string[];
}

async function seat({ browser, server, faults }: Opening, person: Person | null, kept: boolean) {
  const context = await browser.newContext({ baseURL: server.origin });
  // Every context would fetch the whole client anew; what needs the worker asks for it.
  if (!kept)
    await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
  listen(context, server.origin, faults);
  const cookies = (person?.cookie ?? "").split("; ").filter((cookie) => cookie !== "");
  await context.addCookies(
    cookies.map((cookie) => {
      const at = cookie.indexOf("=");
      return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: server.origin };
    }),
  );
  return { context, page: await context.newPage() };
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    async ({}, use, { workerIndex }) => {
      const server = await startServer(20_000 + workerIndex * 20);
      await use(server);
      await server.dispose();
    },
    { scope: "worker" },
  ],
  open: async ({ browser, server }, use) => {
    const seats: Seat[] = [];
    const faults: string[] = [];
    await use(async (person, { kept = false } = {}) => {
      const opened = await seat({ browser, server, faults }, person, kept);
      seats.push(opened);
      return opened;
    });
    for (const { context } of seats) await context.close();
    expect(faults).toEqual([]);
  },
  home: async ({ server, open }, use) => {
    const us = await couple(server.origin);
    await use({ ...us, adas: await open(us.ada), sams: await open(us.sam) });
  },
  admit: async ({ server, open, home }, use) => {
    await use(async (rooms) => {
      const admitted = await observer(server.origin, home, rooms);
      return { ...admitted, ...(await open(admitted.person)) };
    });
  },
});

export { expect } from "@playwright/test";
