import { expect, test } from "vitest";

import { pathOfCode } from "./code.ts";

test.each([
  ["7K2MP-4QW8E-R5TY1-ZX3CV", "/join/7K2MP-4QW8E-R5TY1-ZX3CV"],
  [" 7k2mp 4qw8e  r5ty1 zx3cv ", "/join/7k2mp-4qw8e-r5ty1-zx3cv"],
  ["https://our.example/join/7K2MP-4QW8E", "/join/7K2MP-4QW8E"],
  ["https://our.example/observe/7K2MP-4QW8E?x", "/observe/7K2MP-4QW8E"],
])("%j leads to %s", (typed, path) => {
  expect(pathOfCode(typed)).toBe(path);
});

test.each([[""], ["  "], ["../api/me"], ["what is this?"]])("%j leads nowhere", (typed) => {
  expect(pathOfCode(typed)).toBeNull();
});
