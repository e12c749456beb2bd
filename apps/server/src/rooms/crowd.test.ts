import { get } from "node:http";
import { connect } from "node:net";

import { describe, expect, it } from "vitest";

import type { RunningServer, ServerOptions } from "../server.ts";
import { eventually } from "../testing/eventually.ts";
import { entered, opened, raw, type RawSocket } from "../testing/peers.ts";
import { couple, loopback, type Person, startWorkspace } from "../testing/workspace.ts";

/** A couple's server behind a proxy on this machine, which says where connections come from. */
async function behindProxy(doorLimits: NonNullable<ServerOptions["doorLimits"]>) {
  const server = await startWorkspace({ trustedProxies: loopback(), doorLimits });
  const { maya, jonas, space } = await couple(server);
  const from = (forwardedFor: string | null, { cookie }: Person = maya): RawSocket =>
    raw(
      server,
      { cookie, ...(forwardedFor === null ? {} : { forwardedFor }) },
      `/sync/${space}/needs`,
    );
  return { server, maya, jonas, from };
}

/** Lets no admission be decided before the returned function is called. */
function holdAdmissions({ services: { access } }: RunningServer): () => void {
  const admit = access.admit.bind(access);
  const { promise, resolve } = Promise.withResolvers<void>();
  access.admit = async (...asked) => {
    await promise;
    return admit(...asked);
  };
  return resolve;
}

/** How an upgrade is answered that is no WebSocket's. */
const unfit = ({ port }: RunningServer, forwardedFor: string): Promise<number | undefined> =>
  new Promise((answered) => {
    const headers = {
      connection: "Upgrade",
      upgrade: "websocket",
      "x-forwarded-for": forwardedFor,
    };
    get({ port, path: "/sync/a/needs", headers }, (response) => {
      response.resume();
      answered(response.statusCode);
    });
  });

describe("L9 the connections of one address", () => {
  it("are so many, whoever makes them, and the next is told so", async () => {
    const { jonas, from } = await behindProxy({ perAddress: 2 });
    const first = from("192.0.2.1");
    const second = from("192.0.2.1", jonas);
    await Promise.all([entered(first), entered(second)]);
    expect(await from("192.0.2.1").closed).toEqual({ code: 4429, reason: "too-many" });
    await entered(from("192.0.2.2"));
    expect(second.ws.readyState).toBe(second.ws.OPEN);
  });

  it("make room when they end, refused ones too", async () => {
    const { maya, from } = await behindProxy({ perAddress: 1 });
    const stranger = { ...maya, cookie: "" };
    expect(await from("192.0.2.1", stranger).closed).toMatchObject({ code: 4401 });
    await eventually(async () => {
      const next = from("192.0.2.1");
      await entered(next);
      next.ws.terminate();
    });
  });

  it("are those of a whole /64 network, and none of the machine's own", async () => {
    const { from } = await behindProxy({ perAddress: 1, undecidedPerAddress: 1 });
    await entered(from("2001:db8:1:2::3"));
    expect(await from("2001:db8:1:2:9::").closed).toMatchObject({ code: 4429 });
    await Promise.all([from(null), from(null), from(null)].map(entered));
  });
});

describe("L9 the undecided of one address", () => {
  it("are so many; the next come back, and others are not kept waiting", async () => {
    const { server, from } = await behindProxy({ undecidedPerAddress: 2 });
    const decide = holdAdmissions(server);
    const waiting = [from("192.0.2.1"), from("192.0.2.1")];
    await Promise.all(waiting.map(opened));
    // As a browser tells of a refused upgrade: something to try again.
    expect(await from("192.0.2.1").closed).toEqual({ code: 1006, reason: "" });
    const other = from("192.0.2.2");
    await opened(other);
    decide();
    await Promise.all([...waiting, other].map(entered));
    await entered(from("192.0.2.1"));
  });

  it("are so many of all addresses together", async () => {
    const { server, from } = await behindProxy({ undecided: 2 });
    const decide = holdAdmissions(server);
    const waiting = [from("192.0.2.1"), from("192.0.2.2")];
    await Promise.all(waiting.map(opened));
    expect(await from("192.0.2.3").closed).toMatchObject({ code: 1006 });
    decide();
    await Promise.all(waiting.map(entered));
    await entered(from("192.0.2.3"));
  });

  it("include those who are told to go, until they have gone", async () => {
    const { from } = await behindProxy({ perAddress: 1, undecidedPerAddress: 1 });
    await entered(from("192.0.2.1"));
    await eventually(async () => {
      const both = [from("192.0.2.1"), from("192.0.2.1")].map(({ closed }) => closed);
      const codes = (await Promise.all(both)).map(({ code }) => code);
      expect(codes).toContain(1006);
      expect(codes).toContain(4429);
    });
  });

  it("include nobody whose upgrade comes to nothing, or who is silent once it is decided", async () => {
    const { server, from } = await behindProxy({ undecidedPerAddress: 1 });
    for (let i = 0; i < 3; i += 1) expect(await unfit(server, "192.0.2.1")).toBe(400);
    const silent = from("192.0.2.1");
    // SyncStep1 is the first that a writer hears, once admitted.
    await eventually(() => expect(silent.frames.length).toBeGreaterThan(0));
    await entered(from("192.0.2.1"));
  });

  it("are no place for who never says what they want: these are cut off", async () => {
    const patience = { headersTimeout: 100, connectionsCheckingInterval: 20 };
    const server = await startWorkspace({ patience });
    for (const said of ["", "GET /sync/a/needs HTTP/1.1\r\nupgrade: websocket\r\n"]) {
      const socket = connect(server.port, "127.0.0.1").setEncoding("utf8");
      socket.write(said);
      let heard = "";
      socket.on("data", (data: string) => (heard += data));
      await new Promise((closed) => socket.once("close", closed));
      expect(heard).toMatch(/^HTTP\/1\.1 408 /);
    }
  });
});
