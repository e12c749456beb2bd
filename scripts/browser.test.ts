import { expect, test } from "vitest";

import { type Machine, ensureBrowser } from "./browser.ts";
import { inRoot } from "./paths.ts";

const playwrightPath = "/cache/playwright/chrome";

/** A machine where `working` run, `broken` are there and do not, and `on` decides the rest. */
function machine(setup: {
  working?: readonly string[];
  env?: Record<string, string>;
  root?: boolean;
  sudo?: boolean;
  apt?: boolean;
  /** What becomes of the machine when a command is run. */
  on?: (command: string, there: Set<string>) => void;
}) {
  const there = new Set(setup.working);
  if (setup.apt ?? true) there.add("/usr/bin/apt-get");
  const commands: string[] = [];
  const fake: Machine = {
    env: { PATH: "/usr/local/bin:/usr/bin", ...setup.env },
    platform: "linux",
    root: setup.root ?? true,
    say: () => {},
    exists: (path) => there.has(path),
    run: (command, args) => {
      const line = [command, ...args].join(" ");
      if (line.endsWith(inRoot("e2e", "playwright-browser.ts")))
        return Promise.resolve({ code: 0, output: `${playwrightPath}\n` });
      if (line.endsWith("--version"))
        return Promise.resolve({ code: there.has(command) ? 0 : 1, output: "" });
      commands.push(line);
      setup.on?.(line, there);
      const refused = command === "sudo" && !(setup.sudo ?? false);
      return Promise.resolve({ code: refused ? 1 : 0, output: "" });
    },
  };
  return { fake, commands };
}

const installsChromium = (command: string, there: Set<string>): void => {
  if (command.includes("apt-get install")) there.add("/usr/bin/chromium");
};

test("an installed browser is taken, and nothing is installed", async () => {
  const { fake, commands } = machine({ working: ["/usr/bin/google-chrome"] });
  expect(await ensureBrowser(fake)).toBe("/usr/bin/google-chrome");
  expect(commands).toEqual([]);
});

test("CHROME_PATH wins, and is refused where it does not run", async () => {
  const working = ["/opt/mine", "/usr/bin/chromium"];
  const { fake } = machine({ working, env: { CHROME_PATH: "/opt/mine" } });
  expect(await ensureBrowser(fake)).toBe("/opt/mine");
  const wrong = machine({ working, env: { CHROME_PATH: "/opt/other" } });
  await expect(ensureBrowser(wrong.fake)).rejects.toThrow("/opt/other");
});

test("without one, Playwright's is fetched and used if it runs", async () => {
  const { fake, commands } = machine({
    on: (command, there) => {
      if (command.includes("install")) there.add(playwrightPath);
    },
  });
  expect(await ensureBrowser(fake)).toBe(playwrightPath);
  expect(commands.join("\n")).not.toContain("apt-get");
});

test("where Playwright's cannot be had, root gets Debian's package", async () => {
  const { fake, commands } = machine({ on: installsChromium });
  expect(await ensureBrowser(fake)).toBe("/usr/bin/chromium");
  const apt = commands.filter((command) => command.includes("apt-get"));
  expect(apt[0]).toBe("env DEBIAN_FRONTEND=noninteractive apt-get update");
  expect(apt[1]).toContain("apt-get install -y");
});

test("somebody else gets it through a sudo that asks for no password", async () => {
  const { fake, commands } = machine({ root: false, sudo: true, on: installsChromium });
  expect(await ensureBrowser(fake)).toBe("/usr/bin/chromium");
  expect(commands.at(-1)).toMatch(/^sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install/);
});

test("where none may be installed, the message says what to do", async () => {
  const { fake, commands } = machine({ root: false, sudo: false });
  await expect(ensureBrowser(fake)).rejects.toThrow(/Install one .* or name it by CHROME_PATH/);
  expect(commands.join("\n")).not.toContain("apt-get");
});
