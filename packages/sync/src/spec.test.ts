import { readFileSync, readdirSync } from "node:fs";

import { expect, test } from "vitest";

const here = new URL("./", import.meta.url);
const rules = [
  ...readFileSync(new URL("../SPEC.md", here), "utf8").matchAll(/^- \*\*([A-Z]\d+)\*\*/gm),
];

/** Tests of the log's own process stand with it; they are looked for there as well. */
const places = [here, new URL("../../../apps/server/src/", here)];

function sourcesOfTests(folder: URL): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(\.test|fuzz|contract)\.ts$/.test(file))
    .map((file) => readFileSync(new URL(file, folder), "utf8"));
}

test("every rule of SPEC.md has a test that names it", () => {
  const tests = places.flatMap(sourcesOfTests).join("\n");
  const unnamed = rules
    .map(([, rule]) => rule ?? "")
    .filter(
      (rule) => !new RegExp(`(test|describe|it)[^\n]*\\(\\s*["\`][^"\`]*\\b${rule}\\b`).test(tests),
    );
  expect(rules.length).toBeGreaterThan(50);
  expect(unnamed).toEqual([]);
});
