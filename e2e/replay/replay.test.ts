import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";

import * as v from "valibot";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";

import { couple, observer, type Couple } from "../support/person.ts";
import { connect, synced, until } from "../support/provider.ts";
import { type TestServer, startServer } from "../support/server.ts";
import { type Agent, isThere, readRecording, tracePath } from "./trace.ts";

const text = "title";
const limitMs = 90_000;
const Ready = v.object({ ready: v.literal(true) });
const Typed = v.object({ desk: v.string(), room: v.string() });

const started: ChildProcess[] = [];
let server: TestServer;

function typist(room: string, cookie: string, agent: Agent) {
  const child = fork(join(import.meta.dirname, "typist.ts"), { serialization: "advanced" });
  started.push(child);
  const next = <T>(schema: v.GenericSchema<unknown, T>): Promise<T> =>
    new Promise((resolve, reject) => {
      child.once("message", (message) => resolve(v.parse(schema, message)));
      child.once("exit", () => reject(new Error(`Typist ${agent} ended early.`)));
    });
  const ready = next(Ready);
  child.send({ origin: server.origin, room, cookie, agent, text });
  return {
    ready,
    type: () => {
      const typed = next(Typed);
      child.send("type");
      return typed;
    },
    leave: () => child.send("leave"),
  };
}

/** What somebody who has never been in the room reads there. */
async function freshReading(room: string, cookie: string): Promise<string> {
  const doc = new Y.Doc();
  const { provider } = connect(doc, { origin: server.origin, room, cookie });
  await synced(provider);
  provider.destroy();
  return doc.getText(text).toJSON();
}

async function writtenTogether(us: Couple, room: string): Promise<readonly string[]> {
  const writers = [typist(room, us.ada.cookie, 0), typist(room, us.sam.cookie, 1)];
  await Promise.all(writers.map((writer) => writer.ready));
  const results = await Promise.all(writers.map((writer) => writer.type()));
  for (const writer of writers) writer.leave();
  return results.flatMap((result) => [result.desk, result.room]);
}

beforeAll(async () => {
  if (isThere()) server = await startServer(19_000);
});

afterAll(async () => {
  for (const child of started) child.kill();
  await server?.dispose();
});

if (!isThere()) console.log(`The replay is skipped: there is no ${tracePath}.`);

test.skipIf(!isThere())(
  "two people's recorded typing, in two processes, ends in the recorded text for everybody",
  { timeout: limitMs },
  async () => {
    const { endContent } = readRecording();
    const us = await couple(server.origin);
    const path = `agreement/${crypto.randomUUID()}`;
    const room = `${us.space}/${path}`;
    const { person } = await observer(server.origin, us, [path]);

    const watched = new Y.Doc();
    const watching = connect(watched, { origin: server.origin, room, cookie: person.cookie });
    await synced(watching.provider);
    const written = await writtenTogether(us, room);
    for (const result of written) expect(result === endContent).toBe(true);
    await until(
      watched,
      "the observer to read the end",
      limitMs,
      () => watched.getText(text).toJSON() === endContent,
    );
    watching.provider.destroy();

    await server.stop();
    await server.start();
    expect((await freshReading(room, us.sam.cookie)) === endContent).toBe(true);
  },
);
