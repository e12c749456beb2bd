import { type EntryId, newEntryId } from "@concord/domain/ids";
import { describe, expect, test } from "vitest";

import { jonas, makeStorage, maya, meOf } from "../accounts/testing.ts";
import { makeDeviceMemory } from "../accounts/device-memory.ts";
import { emptyDraft, makeOwnMemory } from "./own-memory.ts";

const person = (name: string) => meOf(name).person.id;

function setUp(id: EntryId = newEntryId()) {
  const [storage, passing] = [makeStorage(), makeStorage()];
  return { storage, passing, id, memory: makeOwnMemory(person(maya), storage, passing) };
}

describe("what a device keeps of one's own check-ins", () => {
  test("gives a draft back after a reload, to the one who wrote it alone", () => {
    const { storage, passing, id, memory } = setUp();
    memory.keepDraft(id, { ...emptyDraft, issue: "Mornings" });
    expect(makeOwnMemory(person(maya), storage, passing).draft(id)?.issue).toBe("Mornings");
    expect(makeOwnMemory(person(jonas), storage, passing).draft(id)).toBeNull();
    memory.forgetDraft(id);
    expect(memory.draft(id)).toBeNull();
  });

  test("takes what it cannot parse for nothing, and goes on where nothing can be kept", () => {
    const { passing, id, memory } = setUp();
    passing.setItem(`concord/${maya}/check-in-draft/${id}`, '{"issue":');
    expect(memory.draft(id)).toBeNull();
    passing.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    expect(() => memory.keepDraft(id, emptyDraft)).not.toThrow();
  });

  test("mechanic 2, declining is invisible: putting one away is kept here and can be undone", () => {
    const { id, memory } = setUp();
    memory.setPutAway(id, true);
    expect([memory.isPutAway(id), memory.isPutAway(newEntryId())]).toEqual([true, false]);
    memory.setPutAway(id, false);
    expect(memory.isPutAway(id)).toBe(false);
  });

  test("is gone with signing out", async () => {
    const { storage, passing, id, memory } = setUp();
    memory.keepDraft(id, emptyDraft);
    memory.setPutAway(id, true);
    const databases = { names: async () => [], remove: async () => {} };
    await makeDeviceMemory(storage, databases, passing).forgetPerson(person(maya));
    expect([storage.length, passing.length]).toEqual([0, 0]);
  });
});
