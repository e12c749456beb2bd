import { Me } from "@concord/domain/accounts/schema";
import { Space } from "@concord/domain/spaces/schema";
import * as v from "valibot";

/** `Storage` as a browser has it, in memory. */
export function makeStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (at) => [...items.keys()][at] ?? null,
    removeItem: (key) => {
      items.delete(key);
    },
    setItem: (key, value) => {
      items.set(key, value);
    },
  };
}

export const maya = "person-maya";
export const jonas = "person-jonas";
export const ruth = "person-ruth";

export const meOf = (person: string, more: object = {}): Me =>
  v.parse(Me, {
    person: { id: person, name: person, email: `${person}@example.org` },
    spaces: [],
    observing: [],
    ...more,
  });

export const spaceOf = (more: object = {}): Space =>
  v.parse(Space, {
    id: "space-of-both",
    name: "",
    partners: [
      { id: maya, name: "Maya", seat: 1 },
      { id: jonas, name: "Jonas", seat: 2 },
    ],
    you: { role: "partner", id: maya, seat: 1 },
    grants: [],
    invitedUntil: null,
    ...more,
  });
