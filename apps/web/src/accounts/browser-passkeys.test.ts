import { expect, test } from "vitest";

import { bytesOf, mayHavePasskeys, passkeyPlace, textOf } from "./browser-passkeys.ts";

const page = { hostname: "concord.example.org", isSecure: true, canUse: true };

test.each([
  ["at its own address", "concord.example.org", {}, "usable"],
  ["at an address below it", "example.org", {}, "usable"],
  ["at another", "other.example.org", {}, "elsewhere"],
  ["at one that only ends alike", "cord.example.org", {}, "elsewhere"],
  ["where the server can have none", null, {}, "no-server"],
  ["without https", "concord.example.org", { isSecure: false }, "no-browser"],
  ["in a browser that knows none", "concord.example.org", { canUse: false }, "no-browser"],
] as const)("passkeys %s", (_, host, change, place) => {
  expect(passkeyPlace(host, { ...page, ...change })).toBe(place);
});

test.each([
  ["concord.example.org", true],
  ["localhost", true],
  ["127.0.0.1", false],
  ["[::1]", false],
])("at %s a passkey may be offered: %s", (hostname, may) => {
  expect(mayHavePasskeys({ ...page, hostname })).toBe(may);
});

test("bytes come through their text as they were", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  expect(bytesOf(textOf(bytes.buffer))).toEqual(bytes);
  expect(textOf(bytes.buffer)).toMatch(/^[\w-]+$/);
});
