import { EntryId, PersonId } from "@concord/domain/ids";
import { ownGoalsOf } from "@concord/domain/rooms";
import * as v from "valibot";
import { expect, test } from "vitest";

import { dictionary } from "../i18n/en/index.ts";
import { spaceDictionary } from "../i18n/en/space.ts";
import { roomInWords } from "./room-names.ts";

const words = { ...dictionary, ...spaceDictionary };
const maya = v.parse(PersonId, "person-maya");
const evenings = v.parse(EntryId, "evenings");

test("what is somebody's own is called by their name, where that is known", () => {
  const partners = [{ id: maya, name: "Maya" }];
  expect(roomInWords(ownGoalsOf(maya), words, { partners })).toBe("Maya’s own goals");
  expect(roomInWords(ownGoalsOf(maya), words)).toBe("Goals of one’s own");
});

test("an agreement is called by its title, where that is known", () => {
  const titles = [{ id: evenings, title: " Evenings " }];
  const room = `agreement/${evenings}` as const;
  expect(roomInWords(room, words, { titles })).toBe("Agreement: Evenings");
  expect(roomInWords(room, words)).toBe("An agreement");
});
