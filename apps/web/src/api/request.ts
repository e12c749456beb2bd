import { Problem, type ProblemCode, problems } from "@concord/domain/problems";
import * as v from "valibot";

import type { Result, Trouble } from "./result.ts";

interface Sent {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: `/api/${string}`;
  readonly body?: unknown;
  /** Sent as it is, instead of a body of JSON. */
  readonly file?: Blob;
  /** Sent without saying who asks. */
  readonly anonymous?: boolean;
}

/**
 * Asks the server and parses its answer. Never throws: a refusal, a lost connection and an answer
 * that isn't understood are all problems to be said in words.
 */
export async function request<S extends v.GenericSchema>(
  answer: S,
  sent: Sent,
): Promise<Result<v.InferOutput<S>>> {
  const answered = await send(sent);
  if (!answered.ok) return answered;
  const parsed = v.safeParse(answer, await readJson(answered.value));
  return parsed.success ? { ok: true, value: parsed.output } : { ok: false, problem: "unreadable" };
}

/** The same, where the answer is no JSON: nothing of it has been read yet. */
export async function send(sent: Sent): Promise<Result<Response>> {
  try {
    const response = await fetch(sent.path, options(sent));
    if (response.ok) return { ok: true, value: response };
    return { ok: false, ...refusalIn(response.status, await readJson(response)) };
  } catch {
    return { ok: false, problem: "unreachable" };
  }
}

function options(sent: Sent): RequestInit {
  const plain: RequestInit = {
    method: sent.method,
    credentials: sent.anonymous ? "omit" : "same-origin",
    cache: "no-store",
    headers: { accept: "application/json" },
  };
  if (sent.file) return { ...plain, body: sent.file };
  if (sent.body === undefined) return plain;
  return {
    ...plain,
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify(sent.body),
  };
}

/** The body as JSON, or null where there is none. */
async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

/** The problem that a refusal names; by its status where its body is not ours (a proxy's, say). */
function refusalIn(
  status: number,
  body: unknown,
): { readonly problem: Trouble; readonly current?: string | undefined } {
  const parsed = v.safeParse(Problem, body);
  if (!parsed.success || !isProblemCode(parsed.output.code)) return { problem: byStatus(status) };
  return { problem: parsed.output.code, current: parsed.output.current };
}

function byStatus(status: number): Trouble {
  if (status === 401) return "signed-out";
  if (status === 404) return "no-such-page";
  if (status === 413) return "too-large";
  if (status === 429) return "too-many";
  if (status === 502 || status === 503 || status === 504) return "not-now";
  return status >= 500 ? "our-fault" : "bad-request";
}
