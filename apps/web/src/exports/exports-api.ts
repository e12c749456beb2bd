import { Imported } from "@concord/domain/exports/schema";
import type { SpaceId } from "@concord/domain/ids";

import { request, send } from "../api/request.ts";
import type { Result } from "../api/result.ts";

export interface SavedFile {
  readonly name: string;
  readonly content: Blob;
}

/** All of a space as a zip, named as the server names it. */
export async function takeAlong(space: SpaceId): Promise<Result<SavedFile>> {
  const answer = await send({ method: "GET", path: `/api/spaces/${space}/export` });
  if (!answer.ok) return answer;
  const said = answer.value.headers.get("content-disposition") ?? "";
  const name = /filename="([\w.-]+)"/.exec(said)?.[1] ?? "concord.zip";
  try {
    return { ok: true, value: { name, content: await answer.value.blob() } };
  } catch {
    return { ok: false, problem: "unreachable" };
  }
}

export const bringIn = (file: Blob): Promise<Result<Imported>> =>
  request(Imported, { method: "POST", path: "/api/spaces/import", file });
