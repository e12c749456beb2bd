import { expect, test } from "vitest";

import { promises } from "./promises.ts";

/** Every phrase of a part of the dictionary, with something put in where something varies. */
function phrases(part: unknown): readonly string[] {
  if (typeof part === "string") return [part];
  if (typeof part === "function") return [String(part("it", "it"))];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(phrases) : [];
}

test("pitfall 12: no word of the page keeps a rate, a streak or a count, or says what was missed", () => {
  const all = phrases(promises);
  expect(all.length).toBeGreaterThan(40);
  for (const phrase of all) {
    expect(phrase).not.toMatch(/streak|rate|%|missed|late|overdue|fail|broke|score|\d/i);
  }
});
