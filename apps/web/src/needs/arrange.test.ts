import { entryId, personId } from "@concord/domain/testing/replicas";
import { addNeed, setNeedStatus } from "@concord/domain/needs/commands";
import type { NeedKind, NeedStatus } from "@concord/domain/needs/schema";
import { readNeeds } from "@concord/domain/needs/view";
import type { Owner } from "@concord/domain/owners";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { arrange, groupStarts, matches, type WhoseOf } from "./arrange.ts";
import {
  type Choice,
  choiceThatShows,
  everything,
  isFiltered,
  isOwnOrder,
  parseChoice,
  queryOf,
} from "./choice.ts";

const maya = personId("maya");
const jonas = personId("jonas");
const whoseOf: WhoseOf = (owner) => {
  if (owner === "ours") return "ours";
  if (owner === maya) return "1";
  return owner === jonas ? "2" : "left";
};

const list: readonly (readonly [string, Owner, NeedKind, NeedStatus])[] = [
  ["calm", maya, "need", "open"],
  ["walks", jonas, "desire", "met"],
  ["money", "ours", "need", "partly"],
  ["texts", jonas, "boundary", "open"],
  ["friends", maya, "concern", "not-now"],
  ["formerly", personId("somebody"), "need", "open"],
];

function needs() {
  const doc = new Y.Doc();
  for (const [text, owner, kind, status] of list) {
    addNeed(doc, { id: entryId(text), owner, kind, text });
    setNeedStatus(doc, entryId(text), status);
  }
  return readNeeds(doc);
}

const texts = (all: readonly { readonly text: string }[]) => all.map(({ text }) => text);
const shown = (choice: Partial<Choice>) =>
  texts(needs().filter((need) => matches(need, { ...everything, ...choice }, whoseOf)));

describe("choosing among the needs", () => {
  test("shows everything as long as nothing is chosen", () => {
    expect(shown({})).toEqual(list.map(([text]) => text));
  });

  test("by whose they are, by their kind, by how they stand, and by all of it", () => {
    expect(shown({ whose: "1" })).toEqual(["calm", "friends"]);
    expect(shown({ whose: "ours" })).toEqual(["money"]);
    expect(shown({ kind: "need" })).toEqual(["calm", "money", "formerly"]);
    expect(shown({ status: "not-now" })).toEqual(["friends"]);
    expect(shown({ whose: "2", kind: "boundary", status: "open" })).toEqual(["texts"]);
    expect(shown({ whose: "1", status: "met" })).toEqual([]);
  });
});

describe("grouping the needs", () => {
  const grouped = (by: Choice["by"]) => {
    const arranged = arrange(needs(), { by }, whoseOf);
    return { order: texts(arranged), starts: [...groupStarts(arranged, { by }, whoseOf)] };
  };

  test("keeps the list's own order where they are not grouped, and within each group", () => {
    expect(grouped("none")).toEqual({ order: list.map(([text]) => text), starts: [] });
    expect(grouped("kind").order).toEqual([
      "calm",
      "money",
      "formerly",
      "walks",
      "friends",
      "texts",
    ]);
  });

  test("has a beginning for each group that there is, and none for an empty one", () => {
    expect(grouped("whose").starts.map(([, group]) => group)).toEqual(["1", "2", "ours", "left"]);
    expect(grouped("status").starts).toEqual([
      [entryId("calm"), "open"],
      [entryId("money"), "partly"],
      [entryId("walks"), "met"],
      [entryId("friends"), "not-now"],
    ]);
  });

  test("loses and doubles nothing, however they are grouped", () => {
    for (const by of ["whose", "kind", "status"] as const)
      expect(grouped(by).order.toSorted()).toEqual(list.map(([text]) => text).toSorted());
  });
});

describe("a choice in the address", () => {
  test("is read back as it was written, and leaves what is as it was unsaid", () => {
    const choice: Choice = { whose: "2", kind: "all", status: "not-now", by: "kind" };
    expect(queryOf(choice)).toEqual({ whose: "2", kind: null, status: "not-now", by: "kind" });
    expect(parseChoice(queryOf(choice))).toEqual(choice);
    expect(parseChoice(queryOf(everything))).toEqual(everything);
  });

  test("that makes no sense shows everything", () => {
    const odd = { whose: "3", kind: ["need", "desire"], status: "unmet", by: "" };
    expect(parseChoice(odd)).toEqual(everything);
    expect(parseChoice({})).toEqual(everything);
  });

  test("names nobody", () => {
    expect(Object.values(queryOf({ ...everything, whose: "1" })).join("")).toBe("1");
  });

  test("tells whether the order shown is the list's own", () => {
    expect(isOwnOrder(everything)).toBe(true);
    expect(isOwnOrder({ ...everything, by: "kind" })).toBe(false);
    expect(isOwnOrder({ ...everything, kind: "boundary" })).toBe(false);
    expect(isFiltered({ ...everything, by: "kind" })).toBe(false);
  });

  test("lets go of whatever would hide a need that is being added", () => {
    const choice: Choice = { whose: "2", kind: "need", status: "met", by: "kind" };
    const added = { whose: "1", kind: "need", status: "open" } as const;
    expect(choiceThatShows(choice, added)).toEqual({
      whose: "all",
      kind: "need",
      status: "all",
      by: "kind",
    });
  });
});
