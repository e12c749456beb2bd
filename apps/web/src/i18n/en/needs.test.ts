import { needKinds, needStatuses } from "@concord/domain/needs/schema";
import { expect, test } from "vitest";

import { ledger } from "./ledger.ts";
import { needs } from "./needs.ts";

/** All that a part of the dictionary says; of a function, how it says it. */
function everyPhrase(part: unknown): readonly string[] {
  if (typeof part === "string" || typeof part === "function") return [String(part)];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(everyPhrase) : [];
}

const phrases = everyPhrase([needs, ledger.own, ledger.oursMeant]);

test("pitfall 15: no wording about needs shames leaning on somebody, or blames", () => {
  expect(phrases.length).toBeGreaterThan(60);
  const shaming =
    /\b(needy|clingy|demand|dependen(t|ce)|should|must|fault|fail|neglect|ignored|unmet|overdue|still open|too much|burden|weak)/i;
  expect(phrases.filter((phrase) => shaming.test(phrase))).toEqual([]);
});

test("nothing counts what is not met: the only number is how many are shown", () => {
  expect(needs.view.shown(3)).toBe("3 shown");
  const counting = phrases.filter((phrase) => /count|\blength\b/.test(phrase));
  expect(counting).toEqual([String(needs.view.shown)]);
});

test("every kind and every way to stand has a name, and a word about what it means", () => {
  for (const kind of needKinds) expect(needs.kindOption(kind)).toContain(needs.kinds[kind].name);
  for (const status of needStatuses) {
    expect(needs.statusOption[status]).toContain(needs.statuses[status]);
  }
});
