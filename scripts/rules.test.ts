import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { inRoot } from "./paths.ts";

const left = new Set(["node_modules", "dist", ".cache", "peers"]);

function* testsIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !left.has(entry.name)) yield* testsIn(path);
    else if (/\.(test|spec)\.tsx?$/.test(entry.name)) yield path;
  }
}

/** The names of all tests and of what they are grouped under. */
const names = ["apps", "packages", "e2e"]
  .flatMap((folder) => [...testsIn(inRoot(folder))])
  .flatMap((path) => [
    ...readFileSync(path, "utf8").matchAll(
      /\b(?:test|it|describe)(?:\.each\([^]*?\])?\(\s*(["'`])(.*?)\1/g,
    ),
  ])
  .map(([, , name = ""]) => name)
  .join("\n");

const isNamed = (what: string): boolean => new RegExp(`\\b${what}\\b`).test(names);

const rules = [...readFileSync(inRoot("SECURITY.md"), "utf8").matchAll(/^\| (S\d+) \|/gm)].map(
  ([, rule = ""]) => rule,
);

/** What people see of the law's name: S28 is kept where there is nothing to find. */
const claims = /\b(GDPR|HIPAA|CCPA|compliant|complies with|certified)\b/i;

describe("every safety rule", () => {
  test("is in SECURITY.md", () => {
    expect(rules).toEqual(Array.from({ length: 28 }, (_, at) => `S${at + 1}`));
  });

  test.each(rules.filter((rule) => rule !== "S28"))("%s has a test that names it", (rule) => {
    expect(isNamed(rule)).toBe(true);
  });

  test("S28 no page claims to comply with a law", () => {
    const folder = inRoot("apps", "web", "src", "i18n", "en");
    for (const file of readdirSync(folder))
      expect(readFileSync(join(folder, file), "utf8")).not.toMatch(claims);
    expect(readFileSync(inRoot("README.md"), "utf8")).not.toMatch(claims);
  });
});

/** Those of the mechanics that are built; the rest belong to sessions. */
const mechanics = [1, 2, 4, 5, 6, 7, 11, 12, 13, 14, 15];
const pitfalls = [6, 12, 15];

describe("the practice", () => {
  test.each(mechanics)("mechanic %i has a test that names it", (mechanic) => {
    expect(isNamed(`mechanic ${mechanic}`)).toBe(true);
  });

  test.each(pitfalls)("pitfall %i has a test that names it", (pitfall) => {
    expect(isNamed(`pitfall ${pitfall}`)).toBe(true);
  });
});
