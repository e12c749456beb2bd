import {
  Account,
  AccountLog,
  type Confirmation,
  NewSecondFactor,
  OwnSessions,
  PasskeyOptions,
  RecoveryCodes,
} from "@concord/domain/accounts/account";
import * as v from "valibot";

import { request } from "../api/request.ts";
import type { Result } from "../api/result.ts";
import { askPasskey, makePasskey } from "./browser-passkeys.ts";

const done = v.unknown();

type Path = `/api/${string}`;

const get = <S extends v.GenericSchema>(answer: S, path: Path) =>
  request(answer, { method: "GET", path });

const post = <S extends v.GenericSchema>(answer: S, path: Path, body: unknown = {}) =>
  request(answer, { method: "POST", path, body });

export const fetchAccount = (): Promise<Result<Account>> => get(Account, "/api/account");
export const fetchSessions = (): Promise<Result<v.InferOutput<typeof OwnSessions>>> =>
  get(OwnSessions, "/api/account/sessions");
export const fetchLog = (): Promise<Result<AccountLog>> => get(AccountLog, "/api/account/log");

export const changeName = (name: string): Promise<Result<unknown>> =>
  post(done, "/api/account/name", { name });

export const changeEmail = (email: string, confirm: Confirmation): Promise<Result<unknown>> =>
  post(done, "/api/account/email", { email, confirm });

export const changePassword = (password: string, confirm: Confirmation): Promise<Result<unknown>> =>
  post(done, "/api/account/password", { password, confirm });

export const removePassword = (confirm: Confirmation): Promise<Result<unknown>> =>
  post(done, "/api/account/password/remove", { confirm });

export const endSession = (id: string): Promise<Result<unknown>> =>
  request(done, { method: "DELETE", path: `/api/account/sessions/${encodeURIComponent(id)}` });

export const endOtherSessions = (): Promise<Result<unknown>> =>
  request(done, { method: "DELETE", path: "/api/account/sessions" });

export const beginSecondFactor = (
  confirm: Confirmation,
): Promise<Result<v.InferOutput<typeof NewSecondFactor>>> =>
  post(NewSecondFactor, "/api/account/second-factor", { confirm });

type Codes = v.InferOutput<typeof RecoveryCodes>;

export const settleSecondFactor = (code: string): Promise<Result<Codes>> =>
  post(RecoveryCodes, "/api/account/second-factor/verify", { code });

export const endSecondFactor = (confirm: Confirmation): Promise<Result<unknown>> =>
  post(done, "/api/account/second-factor/off", { confirm });

export const makeRecoveryCodes = (confirm: Confirmation): Promise<Result<Codes>> =>
  post(RecoveryCodes, "/api/account/recovery-codes", { confirm });

export const deleteAccount = (confirm: Confirmation): Promise<Result<unknown>> =>
  post(done, "/api/account/delete", { confirm, sure: true });

export const renamePasskey = (id: string, name: string): Promise<Result<unknown>> =>
  post(done, `/api/account/passkeys/${encodeURIComponent(id)}/name`, { name });

export const removePasskey = (id: string, confirm: Confirmation): Promise<Result<unknown>> =>
  post(done, `/api/account/passkeys/${encodeURIComponent(id)}/remove`, { confirm });

/** Has the browser make a passkey, and keeps it with the account. */
export async function addPasskey(name: string, confirm: Confirmation): Promise<Result<unknown>> {
  const options = await post(PasskeyOptions, "/api/account/passkeys/options", { confirm });
  if (!options.ok) return options;
  const made = await makePasskey(options.value);
  return made.ok ? await post(done, "/api/account/passkeys", { name, passkey: made.value }) : made;
}

/** Has the owner show by a passkey of theirs that it is them. */
export async function confirmByPasskey(): Promise<Result<Confirmation>> {
  const options = await post(PasskeyOptions, "/api/account/confirm/options");
  if (!options.ok) return options;
  const answer = await askPasskey(options.value);
  return answer.ok ? { ok: true, value: { passkey: answer.value } } : answer;
}
