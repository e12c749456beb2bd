import { describe, expect, test } from "vitest";

import { safeReturn, withReturn } from "./return-to.ts";

const origin = "https://concord.example";

describe("where a person goes after signing in", () => {
  test.each([
    ["/space/abcdefgh/needs", "/space/abcdefgh/needs"],
    ["/join/7K2MP?x=1#y", "/join/7K2MP?x=1#y"],
    ["/", "/"],
  ])("keeps the path %s of this site", (wanted, path) => {
    expect(safeReturn(wanted, origin)).toBe(path);
  });

  test.each([
    ["https://elsewhere.example/"],
    ["//elsewhere.example/"],
    ["/\\elsewhere.example/"],
    ["/\t/elsewhere.example"],
    ["javascript:alert(1)"],
    ["space/abcdefgh"],
    [""],
    [undefined],
    [["/a", "/b"]],
  ])("goes home instead of to %j", (wanted) => {
    expect(safeReturn(wanted, origin)).toBe("/");
  });

  test("comes back through the address of the page that is asked for first", () => {
    const page = withReturn("/sign-in", "/join/a?b=c&d=e");
    const then = new URL(page, origin).searchParams.get("then");
    expect(safeReturn(then, origin)).toBe("/join/a?b=c&d=e");
  });

  test("asks for no return where the return is home", () => {
    expect(withReturn("/sign-up", "/")).toBe("/sign-up");
  });
});
