import { expect, test } from "vitest";

import { inRoot } from "./paths.ts";
import { run } from "./run.ts";

const limitMs = 120_000;
const script = (name: string): readonly string[] => [
  "--import",
  inRoot("scripts", "needs-node.mjs"),
  inRoot("scripts", `${name}.ts`),
];

test(
  "start refuses a setting that makes no sense, by name, with exit code 2",
  { timeout: limitMs },
  async () => {
    const ran = await run(process.execPath, script("start"), {
      cwd: inRoot(),
      env: { PORT: "a door" },
      quiet: true,
    });
    expect(ran.code).toBe(2);
    expect(ran.output).toContain("PORT");
  },
);

test("an older Node is told which one is needed, before anything it cannot read", async () => {
  const pretend =
    "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.19.0'})";
  const ran = await run(process.execPath, ["--import", pretend, ...script("start")], {
    cwd: inRoot(),
    quiet: true,
  });
  expect(ran.code).toBe(1);
  expect(ran.output).toContain("Concord needs Node 24 or newer, and this is 20.19.0");
});
