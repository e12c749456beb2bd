import { PersonId } from "@concord/domain/ids";
import type { AwarenessUser } from "@concord/domain/people";
import * as v from "valibot";

const User = v.object({
  id: PersonId,
  name: v.string(),
  seat: v.nullable(v.picklist([1, 2])),
  role: v.picklist(["partner", "observer"]),
  color: v.string(),
});

/** Whom the server stamped a state with; null for what it has not stamped. */
export function parseUser(raw: unknown): AwarenessUser | null {
  const user = v.safeParse(User, raw);
  return user.success ? user.output : null;
}

/** Who has a document open at this moment besides oneself. */
export interface Company {
  readonly partners: readonly AwarenessUser[];
  readonly observers: readonly AwarenessUser[];
}

export const nobody: Company = { partners: [], observers: [] };

/** Each person once, however many pages they have open, without `self`; always in one order. */
export function companyOf(
  states: readonly { readonly [field: string]: unknown }[],
  self: string,
): Company {
  const people = new Map<string, AwarenessUser>();
  for (const state of states) {
    const user = parseUser(state["user"]);
    if (user && user.id !== self) people.set(user.id, user);
  }
  const sorted = [...people.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    partners: sorted.filter(({ role }) => role === "partner"),
    observers: sorted.filter(({ role }) => role === "observer"),
  };
}

export const isSameCompany = (a: Company, b: Company): boolean =>
  isSameList(a.partners, b.partners) && isSameList(a.observers, b.observers);

const isSameList = (a: readonly AwarenessUser[], b: readonly AwarenessUser[]): boolean =>
  a.length === b.length &&
  a.every((user, at) => user.id === b[at]?.id && user.name === b[at]?.name);
