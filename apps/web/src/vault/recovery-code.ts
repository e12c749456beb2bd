import { randomBytes } from "./bytes.ts";

/** Crockford's alphabet: no letter that is taken for another, or for a digit. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const letters = 32;

/** 160 random bits as eight groups of four: to be written down, and kept apart from the device. */
export function newRecoveryCode(): string {
  const code = Array.from(randomBytes(letters), (byte) => alphabet[byte % 32]).join("");
  return code.replaceAll(/(.{4})(?=.)/g, "$1-");
}

/** What was typed, as it was given out: case, gaps and letters that look alike are forgiven. */
export function readRecoveryCode(typed: string): string | null {
  const clean = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  const known = clean.length === letters && /^[0-9A-HJKMNP-TV-Z]*$/.test(clean);
  return known ? clean.replaceAll(/(.{4})(?=.)/g, "$1-") : null;
}
