import { expect, test } from "vitest";

import { isOurs } from "./app-files.ts";

const origin = "https://concord.example";
const asks = (url: string, method = "GET") =>
  isOurs({ url: new URL(url, origin).href, method }, origin);

test.each([["/"], ["/space/abcdefgh/needs"], ["/assets/index-abc.js"], ["/apiary"]])(
  "%s may be answered from the device",
  (url) => {
    expect(asks(url)).toBe(true);
  },
);

test.each([
  ["/api/me"],
  ["/api"],
  ["/sync/a/needs"],
  ["/calendar/CODE.ics"],
  ["/healthz"],
  ["/demo/maya"],
])("%s is always asked of the server", (url) => {
  expect(asks(url)).toBe(false);
});

test("another site's addresses and whatever changes something go past it", () => {
  expect(asks("https://elsewhere.example/")).toBe(false);
  expect(asks("/", "POST")).toBe(false);
});
