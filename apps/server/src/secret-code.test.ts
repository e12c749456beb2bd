import { describe, expect, it } from "vitest";

import { hashCode, newCode } from "./secret-code.ts";

describe("secret codes", () => {
  it("have a hundred random bits in groups that can be read out", () => {
    const codes = Array.from({ length: 200 }, newCode);
    expect(new Set(codes).size).toBe(200);
    for (const code of codes)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it("are the same whatever their case, hyphens and the usual misreadings", () => {
    const hash = hashCode("10ABC-DEFGH");
    expect(hashCode("1oabcdefgh")).toBe(hash);
    expect(hashCode(" l0-abc-de fgh ")).toBe(hash);
    expect(hashCode("10ABC-DEFGJ")).not.toBe(hash);
  });
});
