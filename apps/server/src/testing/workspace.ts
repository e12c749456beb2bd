import { mkdtemp, rm } from "node:fs/promises";
import { BlockList } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { CreatedGrant } from "@concord/domain/observers/schema";
import { CreatedSpace, Invitation } from "@concord/domain/spaces/schema";
import * as v from "valibot";
import { onTestFinished } from "vitest";

import { type RunningServer, type ServerOptions, startServer } from "../server.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body, or null where it is no JSON. */
  readonly body: unknown;
  /** The problem's code, where the answer is one. */
  readonly code: string | null;
}

/** Somebody with a cookie jar. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly cookie: string;
  readonly id: string;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

export const password = "correct horse battery";

/** A server of its own in a folder of its own; both are gone when the test has finished. */
export async function startWorkspace(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? (await temporaryFolder());
  // A clock that a test moves doesn't move by itself for the log.
  const limits = options.clock ? { logPace: 0, ackDelay: 0, ...options.limits } : options.limits;
  const server = await startServer({ port: 0, ...options, dataDir, ...(limits && { limits }) });
  onTestFinished(() => server.stop());
  return server;
}

/** This machine as a trusted proxy, behind which a test can be many. */
export function loopback(): BlockList {
  const list = new BlockList();
  list.addSubnet("127.0.0.0", 8);
  return list;
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "concord-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** One request, through the app and without a socket. */
export async function send(
  { app }: RunningServer,
  method: string,
  path: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await app.request(path, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return await answerOf(response);
}

export async function answerOf(response: Response): Promise<Answer> {
  const json: unknown = await response.json().catch(() => null);
  const problem = v.safeParse(v.object({ code: v.string() }), json);
  const code = !response.ok && problem.success ? problem.output.code : null;
  return { status: response.status, headers: response.headers, body: json, code };
}

export const signUpBody = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  password,
  consent: true,
  adult: true,
});

export async function signUp(server: RunningServer, name: string): Promise<Person> {
  const answer = await send(server, "POST", "/api/auth/sign-up/email", { body: signUpBody(name) });
  return personOf(server, name, answer);
}

export async function signIn(server: RunningServer, name: string): Promise<Person> {
  const { email } = signUpBody(name);
  const body = { email, password };
  return personOf(server, name, await send(server, "POST", "/api/auth/sign-in/email", { body }));
}

function personOf(server: RunningServer, name: string, answer: Answer): Person {
  const { user } = v.parse(v.object({ user: v.object({ id: v.string() }) }), answer.body);
  const cookie = cookiesOf(answer);
  const headers = { cookie };
  return {
    name,
    email: signUpBody(name).email,
    cookie,
    id: user.id,
    get: (path) => send(server, "GET", path, { headers }),
    post: (path, body) =>
      send(server, "POST", path, { headers, ...(body === undefined ? {} : { body }) }),
    delete: (path) => send(server, "DELETE", path, { headers }),
  };
}

export const cookiesOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

export async function createSpace(person: Person): Promise<string> {
  return v.parse(CreatedSpace, (await person.post("/api/spaces", { name: "Us" })).body).id;
}

export async function invite(person: Person, space: string): Promise<Invitation> {
  const answer = await person.post(`/api/spaces/${space}/invitations`);
  return v.parse(Invitation, answer.body);
}

export interface Couple {
  readonly maya: Person;
  readonly jonas: Person;
  readonly space: string;
}

/** Two partners in one space. */
export async function couple(server: RunningServer): Promise<Couple> {
  const maya = await signUp(server, "Maya");
  const jonas = await signUp(server, "Jonas");
  const space = await createSpace(maya);
  const { code } = await invite(maya, space);
  await jonas.post(`/api/invitations/${code}/accept`);
  return { maya, jonas, space };
}

export async function offerGrant(
  person: Person,
  space: string,
  grant: { rooms: readonly string[]; until: number },
): Promise<CreatedGrant> {
  const answer = await person.post(`/api/spaces/${space}/grants`, grant);
  return v.parse(CreatedGrant, answer.body);
}

/** A couple and their counsellor, admitted to the needs for an hour by both. */
export async function coupleWithCounsellor(server: RunningServer) {
  const { maya, jonas, space } = await couple(server);
  const ines = await signUp(server, "Ines");
  const until = server.services.clock.now() + 60 * 60 * 1000;
  const grant = await offerGrant(maya, space, { rooms: ["needs"], until });
  await ines.post(`/api/grants/${grant.code}/accept`);
  await jonas.post(`/api/spaces/${space}/grants/${grant.id}/consent`);
  return { maya, jonas, ines, space, grant, until };
}
