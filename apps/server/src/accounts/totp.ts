import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Time-based one-time passwords (RFC 6238) as authenticator apps expect them: SHA-1, 6 digits, 30 s. */
const digits = 6;
const period = 30_000;
/** Steps that a phone's clock may be behind or ahead. */
const drift = 1;

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A new secret of 160 bits, in base32 as people type it. */
export const newTotpSecret = (): string =>
  [...randomBytes(32)].map((byte) => alphabet[byte % 32]).join("");

/** The step that a time (ms) is in. */
export const stepAt = (now: number): number => Math.floor(now / period);

export function totpOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  const number = mac.readUInt32BE(at) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** The latest step around `now` whose code this is and that comes after `last`, or null. */
export function matchingStep(
  secret: string,
  code: string,
  { now, last }: { now: number; last: number },
): number | null {
  const given = Buffer.from(code.replaceAll(/[\s-]/g, ""));
  let found: number | null = null;
  for (let step = stepAt(now) - drift; step <= stepAt(now) + drift; step += 1) {
    const right = Buffer.from(totpOf(secret, step));
    const same = given.length === right.length && timingSafeEqual(given, right);
    if (same && step > last) found = step;
  }
  return found;
}

/** What an authenticator app reads, as a link or out of a picture. */
export function totpUri(secret: string, account: string): string {
  const label = `Concord:${account}`;
  const asked = new URLSearchParams({ secret, issuer: "Concord" });
  return `otpauth://totp/${encodeURIComponent(label)}?${asked.toString()}`;
}

function bytesOf(secret: string): Buffer {
  const bits = secret.split("").map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
