import { closeCodes } from "@concord/sync/protocol/close";
import { expect, test } from "vitest";

import { dictionary } from "../i18n/en/index.ts";
import { spaceDictionary } from "../i18n/en/space.ts";
import { saveWords } from "./save-words.ts";
import { saveOf } from "./saving.ts";

const words = { ...dictionary, ...spaceDictionary };

const told = (save: Parameters<typeof saveWords>[0], readOnly = false) =>
  saveWords(save, readOnly, words);

const refused = ({ code, reason, action }: (typeof closeCodes)[keyof typeof closeCodes]) =>
  told(saveOf({ kind: "refused", code, reason, action }, true));

test("the four truths about saving are told in these words", () => {
  expect(told(saveOf({ kind: "saved" }, true))).toBe("Saved");
  expect(told(saveOf({ kind: "saving" }, true))).toBe("Saving…");
  expect(told(saveOf({ kind: "offline" }, true))).toBe("Offline: kept on this device");
  expect(refused(closeCodes.signedOut)).toMatch(/^Not saved: you’re signed out\. Sign in/);
});

test("a device that keeps nothing does not claim to", () => {
  expect(told(saveOf({ kind: "offline" }, false))).toMatch(/not saved yet.*keep this page open/);
});

test.each([
  "malformed",
  "foreignAuthor",
  "tooMany",
  "otherEpoch",
  "tooLarge",
  "noAccess",
  "noSuchRoom",
] as const)("whoever is refused as %s is told that it is not saved, in plain words", (name) => {
  expect(refused(closeCodes[name])).toMatch(/^Not saved: [^<>_]+\.$/);
});

test("an observer is never told that something of theirs is saved", () => {
  expect(told({ kind: "saved" }, true)).toBe("Up to date");
  expect(told({ kind: "offline", kept: false }, true)).toMatch(/may not be the latest/);
});
