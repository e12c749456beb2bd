import { SignUp } from "@concord/domain/accounts/schema";
import * as v from "valibot";

export type SignUpField = "name" | "email" | "password" | "consent" | "adult";

export interface SignUpDraft {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly consent: boolean;
  readonly adult: boolean;
}

export const emptyDraft: SignUpDraft = {
  name: "",
  email: "",
  password: "",
  consent: false,
  adult: false,
};

type Checked =
  | { readonly ok: true; readonly form: SignUp }
  | { readonly ok: false; readonly wrong: readonly SignUpField[] };

/** What is still missing, by the very rules that the server applies. */
export function checkSignUp(draft: SignUpDraft): Checked {
  const fields: readonly SignUpField[] = ["name", "email", "password", "consent", "adult"];
  const parsed = v.safeParse(SignUp, draft);
  if (parsed.success) return { ok: true, form: parsed.output };
  const named = new Set(parsed.issues.map((issue) => v.getDotPath(issue)));
  return { ok: false, wrong: fields.filter((field) => named.has(field)) };
}
