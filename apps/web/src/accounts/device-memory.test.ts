import { describe, expect, test } from "vitest";

import { type Databases, makeDeviceMemory } from "./device-memory.ts";
import { jonas, makeStorage, maya, meOf, spaceOf } from "./testing.ts";

function setUp() {
  const storage = makeStorage();
  return { storage, memory: makeDeviceMemory(storage, databasesOf([]), makeStorage()) };
}

describe("what a device remembers so that pages open offline", () => {
  test("gives back who was here, and their space", () => {
    const { memory } = setUp();
    const me = meOf(maya);
    const space = spaceOf();
    memory.keepMe(me);
    memory.keepSpace(me.person.id, space);
    expect(memory.me()).toEqual(me);
    expect(memory.space(me.person.id, space.id)).toEqual(space);
  });

  test("knows nothing of a space for anybody but the one who saw it", () => {
    const { memory } = setUp();
    const space = spaceOf();
    memory.keepSpace(meOf(maya).person.id, space);
    expect(memory.space(meOf(jonas).person.id, space.id)).toBeNull();
  });

  test("takes what it cannot parse for nothing", () => {
    const { storage, memory } = setUp();
    storage.setItem("concord/me", '{"person":');
    expect(memory.me()).toBeNull();
    storage.setItem("concord/me", '{"person":{}}');
    expect(memory.me()).toBeNull();
  });

  test("goes on where the device's storage is full", () => {
    const full = makeStorage();
    full.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    const memory = makeDeviceMemory(full, databasesOf([]), makeStorage());
    expect(() => memory.keepMe(meOf(maya))).not.toThrow();
  });

  test("forgets all of one person at sign-out, their documents included, and nobody else's", async () => {
    const storage = makeStorage();
    const deleted: string[] = [];
    const passing = makeStorage();
    const memory = makeDeviceMemory(storage, databasesOf(deleted), passing);
    passing.setItem(`concord/${maya}/draft`, "private words");
    passing.setItem(`concord/${jonas}/draft`, "his own");
    const me = meOf(maya);
    memory.keepMe(me);
    memory.keepSpace(me.person.id, spaceOf());
    memory.keepSpace(meOf(jonas).person.id, spaceOf());
    storage.setItem("of-another-app", "1");
    await memory.forgetPerson(me.person.id);
    expect(memory.me()).toBeNull();
    expect(Array.from({ length: storage.length }, (_, at) => storage.key(at))).toEqual([
      `concord/${jonas}/space/space-of-both`,
      "of-another-app",
    ]);
    expect(Array.from({ length: passing.length }, (_, at) => passing.key(at))).toEqual([
      `concord/${jonas}/draft`,
    ]);
    expect(deleted).toEqual([`concord/${maya}/partner/space-of-both/needs`]);
  });

  test("S15 shows nobody after somebody left in a hurry, until they are signed out; words stay", () => {
    const { storage, memory } = setUp();
    memory.keepMe(meOf(maya));
    storage.setItem(`concord/${maya}/unsaved/space-of-both/needs`, "yes");
    memory.leaveQuickly();
    expect([memory.me(), memory.hasLeft()]).toEqual([null, true]);
    memory.isOut();
    expect(memory.hasLeft()).toBe(false);
    expect(storage.getItem(`concord/${maya}/unsaved/space-of-both/needs`)).toBe("yes");
  });

  test("S16 takes a space that somebody has left off the device, and no other", async () => {
    const storage = makeStorage();
    const deleted: string[] = [];
    const memory = makeDeviceMemory(storage, databasesOf(deleted), makeStorage());
    const space = spaceOf();
    const other = spaceOf({ id: "space-of-mine" });
    const { id } = meOf(maya).person;
    memory.keepSpace(id, space);
    memory.keepSpace(id, other);
    storage.setItem(`concord/${maya}/unsaved/space-of-both/needs`, "yes");
    await memory.forgetAllOf(id, space.id);
    expect([memory.space(id, space.id), memory.space(id, other.id)]).toEqual([null, other]);
    expect(storage.getItem(`concord/${maya}/unsaved/space-of-both/needs`)).toBeNull();
    expect(deleted).toEqual([`concord/${maya}/partner/space-of-both/needs`]);
  });
});

function databasesOf(removed: string[]): Databases {
  const names = [
    `concord/${maya}/partner/space-of-both/needs`,
    `concord/${jonas}/partner/space-of-both/needs`,
    "of-another-app",
  ];
  return {
    names: async () => names,
    remove: async (name) => void removed.push(name),
  };
}
