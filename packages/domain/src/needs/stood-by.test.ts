import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { hashOf, needWords } from "../ledger/canonical.ts";
import { Declaration } from "../ledger/schema.ts";
import { subjectOfEntry } from "../ledger/subjects.ts";
import { viewLedger } from "../ledger/view.ts";
import type { Owner } from "../owners.ts";
import { entryId, personId } from "../testing/replicas.ts";
import { goneBoundaries, needStoodBy, wasBoundary } from "./stood-by.ts";

const maya = personId("maya");
const jonas = personId("jonas");
const phones = entryId("phones");
const boundary = { kind: "boundary", text: "My phone is mine: ask first", help: "Knock" } as const;

describe("the words that somebody stood by", () => {
  test.each([
    boundary,
    { kind: "need", text: "Rest", help: "" },
    { kind: "concern", text: "", help: "what would help: nothing" },
  ] as const)("are read back as the need that they were: %o", (need) => {
    expect(needStoodBy(needWords(need))).toEqual(need);
  });

  test("that have another form are left alone", () => {
    expect(needStoodBy("Walk\nwhy: Air")).toBeNull();
    expect(needStoodBy("")).toBeNull();
  });

  test("say that it was a boundary, even where it has been made something else since", () => {
    expect(wasBoundary(needWords(boundary))).toBe(true);
    expect(wasBoundary(needWords({ ...boundary, kind: "desire" }))).toBe(false);
  });
});

describe("a boundary that is taken out of the list", () => {
  const words = needWords(boundary);
  const row = (kind: "assent" | "withdrawal", owner: Owner = maya, text = words) =>
    v.parse(Declaration, {
      seq: kind === "assent" ? 1 : 2,
      id: `${kind}-----`,
      author: maya,
      day: "2026-11-01",
      ...(kind === "assent"
        ? {
            kind,
            subject: subjectOfEntry("needs", phones),
            body: { text, hash: hashOf(text), reviewOn: null, owner },
          }
        : { kind, subject: "declaration/assent-----", body: {} }),
    });
  const gone = (rows: readonly Declaration[], isThere = false, author = maya) =>
    goneBoundaries(viewLedger(rows), author, () => isThere).map(({ id, text }) => ({ id, text }));

  test("PRACTICE boundaries: is not gone for who stands by it, and can be put back as it was", () => {
    expect(gone([row("assent")])).toEqual([{ id: phones, text: boundary.text }]);
  });

  test("is nothing to speak of while it is there, once it is taken back, or to the other", () => {
    expect(gone([row("assent")], true)).toEqual([]);
    expect(gone([row("assent"), row("withdrawal")])).toEqual([]);
    expect(gone([row("assent")], false, jonas)).toEqual([]);
  });

  test("is nobody's own where both had agreed to it, and other kinds may simply go", () => {
    expect(gone([row("assent", "ours")])).toEqual([]);
    expect(gone([row("assent", maya, needWords({ ...boundary, kind: "need" }))])).toEqual([]);
  });
});
