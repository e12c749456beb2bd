import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { inRoot } from "./paths.ts";

const text = (...path: readonly string[]): string => readFileSync(inRoot(...path), "utf8");

/** Every line of the README's shell blocks. */
const shown = [...text("README.md").matchAll(/```sh\n(.*?)```/gs)]
  .flatMap(([, block = ""]) => block.split("\n"))
  .filter((line) => line.trim() !== "");

const manifest: { scripts: Record<string, string> } = JSON.parse(text("package.json"));

test("the README's commands are the ones that exist", () => {
  expect(shown.length).toBeGreaterThan(3);
  for (const line of shown) {
    const name = /^npx --yes pnpm@12 (\S+)$/.exec(line)?.[1] ?? `"${line}"`;
    expect(Object.keys(manifest.scripts)).toContain(name);
  }
});

test("CI runs the README's test command, and the check", () => {
  const ci = text(".ci", "run");
  expect(shown).toContain("npx --yes pnpm@12 test");
  expect(ci).toContain("npx --yes pnpm@12 install --frozen-lockfile\n");
  for (const command of ["test", "check"]) expect(ci).toContain(`npx --yes pnpm@12 ${command} `);
});

test("every setting of the server is in the README, and no other", () => {
  const settings = [
    ...text("apps", "server", "src", "config.ts").matchAll(/read\(\s*"([A-Z_]+)"/g),
  ];
  const table = [...text("README.md").matchAll(/^\| `([A-Z_]+)` \|/gm)];
  const names = (matches: readonly RegExpExecArray[]) =>
    matches.map(([, name]) => name ?? "").toSorted((a, b) => a.localeCompare(b));
  expect(names(table)).toEqual(names(settings));
});

test("every file that the README and ARCHITECTURE.md point to is there", () => {
  for (const file of ["README.md", "ARCHITECTURE.md"]) {
    const links = [...text(file).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(
      ([, link = ""]) => link,
    );
    for (const link of links) expect(() => readFileSync(inRoot(link))).not.toThrow();
  }
});
