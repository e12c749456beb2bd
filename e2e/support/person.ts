import { CreatedGrant } from "@concord/domain/observers/schema";
import { CreatedSpace, Invitation } from "@concord/domain/spaces/schema";
import * as v from "valibot";

/** Somebody with a session, acting over HTTP as a page would. */
export interface Person {
  readonly name: string;
  readonly email: string;
  /** The value of a `Cookie` header. */
  readonly cookie: string;
  readonly request: (method: string, path: string, body?: unknown) => Promise<Response>;
  readonly ask: <T>(
    schema: v.GenericSchema<unknown, T>,
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<T>;
}

export const password = "correct horse battery staple";

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

function requester(origin: string, cookie: string): Person["request"] {
  return (method, path, body) =>
    fetch(origin + path, {
      method,
      headers: {
        origin,
        ...(cookie ? { cookie } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
}

async function accepted(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
}

/** Signs somebody new up. */
export async function signUp(origin: string, name: string): Promise<Person> {
  const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.org`;
  const answer = await requester(origin, "")("POST", "/api/auth/sign-up/email", {
    name,
    email,
    password,
    consent: true,
    adult: true,
  });
  const cookie = cookiesOf(await accepted(answer));
  const request = requester(origin, cookie);
  return {
    name,
    email,
    cookie,
    request,
    ask: async (schema, method, path, body) => {
      const answered = await accepted(await request(method, path, body));
      return v.parse(schema, answered.status === 204 ? undefined : await answered.json());
    },
  };
}

export interface Couple {
  readonly space: string;
  readonly ada: Person;
  readonly sam: Person;
  /** The code by which Sam joined: it has been used. */
  readonly invitation: string;
}

/** Two partners in a space of their own. */
export async function couple(origin: string): Promise<Couple> {
  const ada = await signUp(origin, "Ada");
  const sam = await signUp(origin, "Sam");
  const { id: space } = await ada.ask(CreatedSpace, "POST", "/api/spaces", { name: "Home" });
  const invitation = await ada.ask(Invitation, "POST", `/api/spaces/${space}/invitations`, {});
  await sam.ask(v.unknown(), "POST", `/api/invitations/${invitation.code}/accept`, {});
  return { space, ada, sam, invitation: invitation.code };
}

export interface Observer {
  readonly person: Person;
  readonly grant: string;
}

/** A counsellor whom both have admitted to these rooms for an hour. */
export async function observer(
  origin: string,
  { space, ada, sam }: Couple,
  rooms: readonly string[],
): Promise<Observer> {
  const person = await signUp(origin, "Robin");
  const until = Date.now() + 3_600_000;
  const grants = `/api/spaces/${space}/grants`;
  const { id, code } = await ada.ask(CreatedGrant, "POST", grants, { rooms, until });
  await person.ask(v.unknown(), "POST", `/api/grants/${code}/accept`, {});
  for (const partner of [ada, sam])
    await partner.ask(v.unknown(), "POST", `${grants}/${id}/consent`, {});
  return { person, grant: id };
}
