import { readAgreement, readAgreements } from "@concord/domain/agreements/view";
import { ExportedSpace, Imported, Manifest } from "@concord/domain/exports/schema";
import { readGoals } from "@concord/domain/goals/view";
import { SpaceId } from "@concord/domain/ids";
import { readNeeds } from "@concord/domain/needs/view";
import { roomName, type RoomPath } from "@concord/domain/rooms";
import { unzipSync } from "fflate";
import * as v from "valibot";
import * as Y from "yjs";

import type { RunningServer } from "../server.ts";
import { type Answer, answerOf, type Person } from "./workspace.ts";

export interface At {
  readonly space: string;
  readonly path: RoomPath;
}

const nameOf = ({ space, path }: At): string => roomName({ space: v.parse(SpaceId, space), path });

/** A room's document as the server has it. */
export async function documentAt({ services }: RunningServer, at: At): Promise<Y.Doc> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await services.rooms.read(nameOf(at)));
  return doc;
}

/** Writes in a room as somebody, as a device of theirs would have. */
export async function writeAt(
  server: RunningServer,
  at: At & { readonly author: Pick<Person, "id"> },
  change: (doc: Y.Doc) => void,
): Promise<void> {
  const doc = await documentAt(server, at);
  const before = Y.encodeStateVector(doc);
  change(doc);
  await server.services.rooms.write(nameOf(at), at.author.id, Y.encodeStateAsUpdate(doc, before));
}

export interface Taken extends Answer {
  readonly bytes: Uint8Array;
}

export async function take(server: RunningServer, person: Person, space: string): Promise<Taken> {
  const headers = { cookie: person.cookie };
  const response = await server.app.request(`/api/spaces/${space}/export`, { headers });
  const bytes = new Uint8Array(await response.clone().arrayBuffer());
  return { ...(await answerOf(response)), bytes };
}

/** The files of an export, each parsed as what it is. */
export function filesOf(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const text = (name: string) => Buffer.from(files[name] ?? []).toString("utf8");
  return {
    names: Object.keys(files).sort(),
    raw: files,
    page: text("concord.html"),
    data: v.parse(ExportedSpace, JSON.parse(text("concord.json"))),
    manifest: v.parse(Manifest, JSON.parse(text("manifest.json"))),
  };
}

export async function bring(
  server: RunningServer,
  person: Pick<Person, "cookie">,
  body: Uint8Array | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await server.app.request("/api/spaces/import", {
    method: "POST",
    headers: { cookie: person.cookie, "content-type": "application/zip", ...headers },
    body: typeof body === "string" ? body : Buffer.from(body),
  });
  return await answerOf(response);
}

export async function brought(
  server: RunningServer,
  person: Person,
  body: Uint8Array | string,
): Promise<Imported> {
  const answer = await bring(server, person, body);
  if (answer.status !== 201) throw new Error(`refused: ${answer.code}`);
  return v.parse(Imported, answer.body);
}

/** What people see of a space's documents, as plain values. */
export async function viewsOf(server: RunningServer, space: string, owner: string) {
  const at = (path: RoomPath) => documentAt(server, { space, path });
  const agreements = readAgreements(await at("agreements"));
  const own = `own-goals/${owner}` as RoomPath;
  const views = {
    needs: readNeeds(await at("needs")),
    goals: readGoals(await at("goals")),
    ownGoals: readGoals(await at(own)),
    agreements,
    texts: await Promise.all(
      agreements.map(async ({ id }) => {
        const doc = await at(`agreement/${id}`);
        return { ...readAgreement(doc), rich: JSON.stringify(doc.getMap("clauses").toJSON()) };
      }),
    ),
  };
  const plain: unknown = JSON.parse(JSON.stringify(views));
  return plain;
}
