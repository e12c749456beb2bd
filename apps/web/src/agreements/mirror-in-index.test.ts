import { addAgreement, renameInIndex } from "@concord/domain/agreements/index-commands";
import { setReviewOn } from "@concord/domain/agreements/commands";
import { agreementTitle, detailsIn } from "@concord/domain/agreements/schema";
import { readAgreements } from "@concord/domain/agreements/view";
import { parseDay } from "@concord/domain/dates";
import { newEntryId } from "@concord/domain/ids";
import { editText } from "@concord/domain/text";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";

import { followReview, followTitle, makeHandOver } from "./mirror-in-index.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const doc = new Y.Doc();
  const index = new Y.Doc();
  const id = newEntryId();
  const createdOn = parseDay("2026-11-23");
  if (createdOn) addAgreement(index, { id, title: "", createdOn });
  const handedOn: string[] = [];
  const stop = followTitle(doc, (title) => {
    handedOn.push(title);
    renameInIndex(index, id, title);
  });
  const type = (words: string) => {
    for (const letter of words) {
      const text = agreementTitle(doc);
      editText(doc, text, { index: text.length, remove: 0, insert: letter });
    }
  };
  const inIndex = () => readAgreements(index)[0]?.title;
  return { doc, type, stop, handedOn, inIndex };
}

test("the list gets a title once it rests, not letter by letter", () => {
  const { type, handedOn, inIndex } = setUp();
  type("Evenings");
  expect(inIndex()).toBe("");
  vi.advanceTimersByTime(1_000);
  expect(inIndex()).toBe("Evenings");
  expect(handedOn).toEqual(["Evenings"]);
});

test("a title that was just given is not lost when the page closes", () => {
  const { type, stop, inIndex } = setUp();
  type("Evenings");
  stop();
  expect(inIndex()).toBe("Evenings");
});

test("what the partner writes is theirs to hand on", () => {
  const { doc, handedOn } = setUp();
  const theirs = new Y.Doc();
  agreementTitle(theirs).insert(0, "Money");
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
  vi.advanceTimersByTime(1_000);
  expect(handedOn).toEqual([]);
});

test("the list gets the day of review that this person chose, and takes it away with them", () => {
  const doc = new Y.Doc();
  const handedOn: (string | null)[] = [];
  const stop = followReview(doc, (day) => handedOn.push(day));
  setReviewOn(doc, parseDay("2027-05-01"));
  setReviewOn(doc, null);
  const theirs = new Y.Doc();
  detailsIn(theirs).set("reviewOn", "2028-01-01");
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
  stop();
  expect(handedOn).toEqual(["2027-05-01", null]);
});

test("what is handed over before the list has the agreement is written once it has, the latest of it", () => {
  const id = newEntryId();
  const { handOn, follow } = makeHandOver(id, renameInIndex);
  handOn("Even");
  const index = new Y.Doc();
  const stop = follow(index);
  handOn("Evenings");
  const createdOn = parseDay("2026-11-23");
  if (createdOn) addAgreement(index, { id, title: "", createdOn });
  expect(readAgreements(index)[0]?.title).toBe("Evenings");
  handOn("Mornings");
  expect(readAgreements(index)[0]?.title).toBe("Mornings");
  stop();
});
