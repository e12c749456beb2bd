import { Me } from "@concord/domain/accounts/schema";
import type { PersonId, SpaceId } from "@concord/domain/ids";
import { Space } from "@concord/domain/spaces/schema";
import * as v from "valibot";

/**
 * What this device remembers of a person so that their pages open offline: who they are and their
 * spaces as last seen. The documents' own databases bear the same prefix (`concord/<person>/…`).
 */
const meKey = "concord/me";
const leftKey = "concord/left";
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
  /** Somebody left in a hurry: nothing is shown here before the server has signed them out. */
  readonly leaveQuickly: () => void;
  readonly hasLeft: () => boolean;
  readonly isOut: () => void;
  readonly space: (person: PersonId, space: SpaceId) => Space | null;
  readonly keepSpace: (person: PersonId, space: Space) => void;
  readonly forgetSpace: (person: PersonId, space: SpaceId) => void;
  /** Takes a space that this person has left off this device, its documents included. */
  readonly forgetAllOf: (person: PersonId, space: SpaceId) => Promise<void>;
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
  const forget = async (which: (name: string) => boolean) => {
    for (const each of [storage, passing])
      for (const key of keysOf(each)) if (which(key)) each.removeItem(key);
    const names = await databases.names();
    await Promise.all(names.filter(which).map((name) => databases.remove(name)));
  };
  return {
    me: () => read(Me, meKey),
    keepMe: (me) => keep(storage, meKey, me),
    forgetMe: () => storage.removeItem(meKey),
    leaveQuickly() {
      try {
        // Before the rest, so that this device's other pages know why that goes.
        storage.setItem(leftKey, "yes");
      } finally {
        storage.removeItem(meKey);
      }
    },
    hasLeft: () => storage.getItem(leftKey) !== null,
    isOut: () => storage.removeItem(leftKey),
    space: (person, space) => read(Space, spaceKey(person, space)),
    keepSpace: (person, space) => keep(storage, spaceKey(person, space.id), space),
    forgetSpace: (person, space) => storage.removeItem(spaceKey(person, space)),
    async forgetAllOf(person, space) {
      await forget((name) => name.startsWith(`concord/${person}/`) && namesSpace(name, space));
    },
    async forgetPerson(person) {
      storage.removeItem(meKey);
      await forget((name) => name.startsWith(`concord/${person}/`));
    },
  };
}

/** Whether a key or a database of a person is about a space: `concord/<person>/<kind>/<space>…`. */
const namesSpace = (name: string, space: SpaceId): boolean => name.split("/")[3] === space;

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
