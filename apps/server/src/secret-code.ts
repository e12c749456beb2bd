import { createHash, randomInt } from "node:crypto";

/** Crockford's alphabet: no I, L, O or U, so that a code survives being read out and typed. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 20;

/** A new code of 100 random bits, in groups of five: `7K2MP-…`. */
export function newCode(): string {
  const signs = Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length)));
  return (signs.join("").match(/.{5}/g) ?? []).join("-");
}

/** What is stored of a code. Case, hyphens, spaces and the usual misreadings make no difference. */
export function hashCode(code: string): string {
  const plain = code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  return createHash("sha256").update(plain).digest("hex");
}
