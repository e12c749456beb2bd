import { PersonId, SpaceId } from "@concord/domain/ids";
import type { Room } from "@concord/domain/rooms";
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { makeStorage, maya } from "../accounts/testing.ts";
import { type LocalCopy, localName } from "./local-copy.ts";
import { copiesSetAside, giveUpCopy } from "./set-aside.ts";
import { hasUnsaved, rememberUnsaved, unsavedRooms } from "./unsaved.ts";

const person = v.parse(PersonId, maya);
const room: Room = { space: v.parse(SpaceId, "space-of-both"), path: "needs" };

beforeEach(() => vi.stubGlobal("localStorage", makeStorage()));
afterEach(() => vi.unstubAllGlobals());

/** The room's present copy, on a device that notes what is asked of it. */
function copyOf(room: Room, { refuses = false } = {}) {
  const asked: string[] = [];
  const copy: LocalCopy = {
    name: localName(person, room),
    epoch: "old",
    rememberEpoch: () => {},
    keepAll: async () => {
      asked.push("keep all");
      return !refuses;
    },
    remove: async () => void asked.push("remove"),
  };
  return { copy, asked };
}

const refuseToStore = () =>
  vi.spyOn(localStorage, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });

describe("the copy of a document that the server has made anew", () => {
  test("is taken off the device without a word where the server had all of it", async () => {
    const { copy, asked } = copyOf(room);
    expect(await giveUpCopy({ person, room, copy, unsaved: false })).toBe(true);
    expect(asked).toEqual(["remove"]);
    expect(copiesSetAside(person, room)).toEqual([]);
    expect(localName(person, room)).not.toBe(copy.name);
  });

  test("is set aside where there are words in it that the server never got", async () => {
    const { copy, asked } = copyOf(room);
    rememberUnsaved(person, room, true);
    expect(await giveUpCopy({ person, room, copy, unsaved: true })).toBe(true);
    expect(asked).toEqual(["keep all"]);
    expect(copiesSetAside(person, room)).toEqual([copy.name]);
    expect(localName(person, room)).not.toBe(copy.name);
    expect(unsavedRooms(person)).toEqual([]);
  });

  test("is set aside where another page has written them", async () => {
    const { copy } = copyOf(room);
    rememberUnsaved(person, room, true);
    await giveUpCopy({ person, room, copy, unsaved: false });
    expect(copiesSetAside(person, room)).toEqual([copy.name]);
  });

  test("is given up once, whichever pages have it open", async () => {
    const [first, second] = [copyOf(room), copyOf(room)];
    await giveUpCopy({ person, room, copy: first.copy, unsaved: true });
    const next = localName(person, room);
    expect(await giveUpCopy({ person, room, copy: second.copy, unsaved: false })).toBe(true);
    expect(localName(person, room)).toBe(next);
    expect(second.asked).toEqual([]);
    expect(copiesSetAside(person, room)).toEqual([first.copy.name]);
  });

  test("stays where it is, if its words would be nowhere then", async () => {
    const { copy } = copyOf(room, { refuses: true });
    expect(await giveUpCopy({ person, room, copy, unsaved: true })).toBe(false);
    expect(await giveUpCopy({ person, room, copy: null, unsaved: true })).toBe(false);
    expect(localName(person, room)).toBe(copy.name);
  });

  test("stays where it is on a device that would not remember the next", async () => {
    const { copy, asked } = copyOf(room);
    refuseToStore();
    expect(await giveUpCopy({ person, room, copy, unsaved: true })).toBe(false);
    expect(await giveUpCopy({ person, room, copy, unsaved: false })).toBe(false);
    expect(asked).toEqual(["keep all"]);
  });

  test("is no matter where the device keeps none, and the server had all", async () => {
    expect(await giveUpCopy({ person, room, copy: null, unsaved: false })).toBe(true);
  });
});

describe("what was set aside", () => {
  const setAside = (room: Room) =>
    giveUpCopy({ person, room, copy: copyOf(room).copy, unsaved: true });

  test("is found by its own room, the oldest first", async () => {
    const names: string[] = [];
    for (let i = 0; i < 11; i += 1) {
      names.push(localName(person, room));
      await setAside(room);
    }
    await setAside({ ...room, path: "goals" });
    expect(copiesSetAside(person, room)).toEqual(names);
    expect(copiesSetAside(person, { ...room, path: "goals" })).toHaveLength(1);
  });

  test("counts as unsaved for whoever signs out, though nothing will send it", async () => {
    await setAside(room);
    expect(hasUnsaved()).toBe(true);
    expect(unsavedRooms(person)).toEqual([]);
  });
});
