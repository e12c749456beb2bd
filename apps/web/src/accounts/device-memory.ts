import { Me } from "@concord/domain/accounts/schema";
import type { PersonId, SpaceId } from "@concord/domain/ids";
import { Space } from "@concord/domain/spaces/schema";
import * as v from "valibot";

/**
 * What this device remembers of a person so that their pages open offline: who they are and their
 * spaces as last seen. The documents' own databases bear the same prefix (`concord/<person>/…`).
 */
const meKey = "concord/me";
const spaceKey = (person: PersonId, space: SpaceId) => `concord/${person}/space/${space}`;

/** The device's databases, of which a browser's are one kind. */
export interface Databases {
  readonly names: () => Promise<readonly string[]>;
  readonly remove: (name: string) => Promise<void>;
}

export interface DeviceMemory {
  readonly me: () => Me | null;
  readonly keepMe: (me: Me) => void;
  readonly forgetMe: () => void;
  readonly space: (person: PersonId, space: SpaceId) => Space | null;
  readonly keepSpace: (person: PersonId, space: Space) => void;
  readonly forgetSpace: (person: PersonId, space: SpaceId) => void;
  /** Takes everything of this person off this device, their documents included. */
  readonly forgetPerson: (person: PersonId) => Promise<void>;
}

/** `passing` is what the browser keeps for as long as the tab: drafts that were sent nowhere. */
export function makeDeviceMemory(
  storage: Storage,
  databases: Databases,
  passing: Storage,
): DeviceMemory {
  const read = <S extends v.GenericSchema>(schema: S, key: string) => {
    const parsed = v.safeParse(schema, parseJson(storage.getItem(key)));
    return parsed.success ? parsed.output : null;
  };
  return {
    me: () => read(Me, meKey),
    keepMe: (me) => keep(storage, meKey, me),
    forgetMe: () => storage.removeItem(meKey),
    space: (person, space) => read(Space, spaceKey(person, space)),
    keepSpace: (person, space) => keep(storage, spaceKey(person, space.id), space),
    forgetSpace: (person, space) => storage.removeItem(spaceKey(person, space)),
    async forgetPerson(person) {
      storage.removeItem(meKey);
      const prefix = `concord/${person}/`;
      for (const each of [storage, passing])
        for (const key of keysOf(each)) if (key.startsWith(prefix)) each.removeItem(key);
      const names = await databases.names();
      const theirs = names.filter((name) => name.startsWith(prefix));
      await Promise.all(theirs.map((name) => databases.remove(name)));
    },
  };
}

function keep(storage: Storage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs the offline start, nothing else.
  }
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

const keysOf = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
