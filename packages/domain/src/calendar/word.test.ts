import * as v from "valibot";
import { expect, test } from "vitest";

import { Declaration } from "../ledger/schema.ts";
import { viewLedger } from "../ledger/view.ts";
import { personId } from "../testing/replicas.ts";
import { readCalendarWords } from "./word.ts";

const maya = personId("maya");
const jonas = personId("jonas");

const row = (seq: number, author: string, takesBack?: number): Declaration =>
  v.parse(Declaration, {
    seq,
    id: `row-${seq}-----`,
    author,
    kind: takesBack === undefined ? "calendar" : "withdrawal",
    subject: takesBack === undefined ? "calendar" : `declaration/row-${takesBack}-----`,
    body: {},
    day: "2026-11-01",
  });

test.each([
  ["nobody has said so", [], false],
  ["one has", [row(1, maya)], false],
  ["the other has", [row(1, jonas)], false],
  ["one has, twice", [row(1, maya), row(2, maya)], false],
  ["both have", [row(1, maya), row(2, jonas)], true],
  ["one of them takes it back", [row(1, maya), row(2, jonas), row(3, jonas, 2)], false],
  ["and says so again", [row(1, maya), row(2, jonas), row(3, jonas, 2), row(4, jonas)], true],
])("S6 what belongs to both is in a calendar only by the word of both: %s", (_, rows, both) => {
  const ledger = viewLedger(rows);
  for (const me of [maya, jonas])
    expect(readCalendarWords(ledger, { me, partners: [maya, jonas] }).both).toBe(both);
});

test("S6 one alone is not both, whoever was here before or looks on", () => {
  const ledger = viewLedger([row(1, maya), row(2, jonas)]);
  expect(readCalendarWords(ledger, { me: maya, partners: [maya] }).both).toBe(false);
  expect(readCalendarWords(ledger, { me: personId("ruth"), partners: [maya, jonas] }).both).toBe(
    false,
  );
});
