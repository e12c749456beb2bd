import * as v from "valibot";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { personId } from "../testing/replicas.ts";
import { Declaration } from "./schema.ts";
import { Subject } from "./subjects.ts";
import { viewLedger } from "./view.ts";

const maya = personId("maya");
const jonas = personId("jonas");
const about = v.parse(Subject, "needs/need-one");

const row = (seq: number, author: string, change: Record<string, unknown> = {}): Declaration =>
  v.parse(Declaration, {
    seq,
    id: `row-${seq}-----`,
    author,
    kind: "backing",
    subject: about,
    body: { words: `words ${seq}` },
    day: "2026-11-01",
    ...change,
  });

const withdrawal = (seq: number, author: string, of: number): Declaration =>
  row(seq, author, { kind: "withdrawal", subject: `declaration/row-${of}-----`, body: {} });

describe("the ledger as it stands", () => {
  test("has of each person the latest, and keeps the earlier ones to be read", () => {
    const ledger = viewLedger([row(1, maya), row(2, jonas), row(3, maya)]);
    expect(ledger.standing("backing", about).map(({ seq }) => seq)).toEqual([2, 3]);
    expect(ledger.history("backing", about).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(ledger.of("backing", about, maya)?.body.words).toBe("words 3");
    expect(ledger.subjects("backing")).toEqual([about]);
  });

  test("has nothing of what was taken back, and nothing before it stands up again", () => {
    const ledger = viewLedger([row(1, maya), row(2, maya), withdrawal(3, maya, 2)]);
    expect(ledger.standing("backing", about)).toEqual([]);
    expect(ledger.subjects("backing")).toEqual([]);
    expect(ledger.history("backing", about).map(({ seq }) => seq)).toEqual([1]);
  });

  test("S4 lets nobody take back what another declared", () => {
    const ledger = viewLedger([row(1, maya), withdrawal(2, jonas, 1)]);
    expect(ledger.standing("backing", about).map(({ seq }) => seq)).toEqual([1]);
  });

  test("keeps kinds and subjects apart", () => {
    const ledger = viewLedger([row(1, maya)]);
    expect(ledger.standing("appreciation", about)).toEqual([]);
    expect(ledger.standing("backing", v.parse(Subject, "needs/need-two"))).toEqual([]);
  });

  test("says the same however its rows came in: at once, or one after the other", () => {
    const plans = fc.array(fc.record({ by: fc.constantFrom(maya, jonas), back: fc.boolean() }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(plans, (steps) => {
        const rows = steps.map(({ by, back }, at) =>
          back && at > 0 ? withdrawal(at + 1, by, at) : row(at + 1, by),
        );
        const standing = viewLedger(rows).standing("backing", about);
        const authors = standing.map(({ author }) => author);
        expect(new Set(authors).size).toBe(authors.length);
        for (const { seq, author } of standing) {
          const own = rows.filter((one) => one.kind === "backing" && one.author === author);
          expect(own.at(-1)?.seq).toBe(seq);
        }
      }),
    );
  });
});
