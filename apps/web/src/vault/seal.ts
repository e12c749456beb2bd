import { argon2idAsync } from "@noble/hashes/argon2.js";

import { fromBase64, randomBytes, toBase64, utf8 } from "./bytes.ts";
import type { Envelope, Lock, LockOf, Sealed } from "./envelope.ts";
import { pad, unpad } from "./padding.ts";
import { readRecoveryCode } from "./recovery-code.ts";

/**
 * Sealing with AES-256-GCM by the browser's own WebCrypto: a fresh random nonce each time, and
 * whose it is and which version as associated data, so that one box is never taken for another.
 */
export type DataKey = CryptoKey;

/** OWASP's Argon2id setting with 46 MiB and one pass. */
const cost = { memory: 47_104, passes: 1, lanes: 1 };

/** Whether this page can seal at all: browsers do so only at https addresses and on localhost. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined;

const importKey = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", bytes, "AES-GCM", true, ["encrypt", "decrypt"]);

export const newDataKey = (): Promise<DataKey> => importKey(randomBytes(32));

async function seal(
  key: CryptoKey,
  content: Uint8Array<ArrayBuffer>,
  about: string,
): Promise<Sealed> {
  const nonce = randomBytes(12);
  const algorithm = { name: "AES-GCM", iv: nonce, additionalData: utf8(about) };
  const bytes = await crypto.subtle.encrypt(algorithm, key, content);
  return { nonce: toBase64(nonce), bytes: toBase64(new Uint8Array(bytes)) };
}

/** The content, or null where the key is another one or anything was changed. */
async function unseal(
  key: CryptoKey,
  { nonce, bytes }: Sealed,
  about: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const iv = fromBase64(nonce);
  if (iv.length !== 12) return null;
  try {
    const algorithm = { name: "AES-GCM", iv, additionalData: utf8(about) };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, fromBase64(bytes)));
  } catch {
    return null;
  }
}

const aboutContent = (person: string, version: number): string =>
  `concord vault 1 content ${person} ${version}`;
const aboutKey = (person: string, kind: Lock["kind"]): string =>
  `concord vault 1 key ${person} ${kind}`;

/** Seals content as the box of that version, opened by the same locks as before. */
export async function sealContent(
  key: DataKey,
  content: Uint8Array,
  about: { readonly person: string; readonly version: number; readonly locks: readonly Lock[] },
): Promise<Envelope> {
  const { person, version, locks } = about;
  const sealed = await seal(key, pad(content), aboutContent(person, version));
  return { format: 1, locks: [...locks], content: sealed };
}

/** What is in a box, or null where the key is another one, or it isn't that version of that person. */
export async function openContent(
  key: DataKey,
  envelope: Envelope,
  about: { readonly person: string; readonly version: number },
): Promise<Uint8Array | null> {
  const padded = await unseal(key, envelope.content, aboutContent(about.person, about.version));
  return padded && unpad(padded);
}

/** The key that a passphrase stands for: slow on purpose, so that guessing is slower. */
async function passphraseKey(
  passphrase: string,
  { salt, memory, passes, lanes }: Omit<LockOf<"passphrase">, "kind" | "key">,
): Promise<CryptoKey> {
  const bytes = await argon2idAsync(utf8(passphrase.normalize("NFKC")), fromBase64(salt), {
    m: memory,
    t: passes,
    p: lanes,
    dkLen: 32,
  });
  return await importKey(Uint8Array.from(bytes));
}

/** A recovery code is random enough not to need slowing down. */
async function recoveryKey(code: string, salt: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", utf8(code), "HKDF", false, ["deriveKey"]);
  const info = utf8("concord vault 1 recovery");
  return await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: fromBase64(salt), info },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

const rawKey = async (key: DataKey): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.exportKey("raw", key));

export async function lockByPassphrase(
  key: DataKey,
  passphrase: string,
  person: string,
): Promise<LockOf<"passphrase">> {
  const salt = toBase64(randomBytes(16));
  const wrapping = await passphraseKey(passphrase, { salt, ...cost });
  const sealed = await seal(wrapping, await rawKey(key), aboutKey(person, "passphrase"));
  return { kind: "passphrase", salt, ...cost, key: sealed };
}

export async function lockByRecoveryCode(
  key: DataKey,
  code: string,
  person: string,
): Promise<LockOf<"recovery">> {
  const salt = toBase64(randomBytes(16));
  const wrapping = await recoveryKey(code, salt);
  const sealed = await seal(wrapping, await rawKey(key), aboutKey(person, "recovery"));
  return { kind: "recovery", salt, key: sealed };
}

/** The data key, by whichever lock what was typed opens; null where it opens none. */
export async function unlock(
  envelope: Envelope,
  typed: { readonly passphrase: string } | { readonly code: string },
  person: string,
): Promise<DataKey | null> {
  for (const lock of envelope.locks) {
    const wrapping = await wrappingOf(lock, typed);
    const raw = wrapping && (await unseal(wrapping, lock.key, aboutKey(person, lock.kind)));
    if (raw?.length === 32) return await importKey(raw);
  }
  return null;
}

async function wrappingOf(
  lock: Lock,
  typed: { readonly passphrase: string } | { readonly code: string },
): Promise<CryptoKey | null> {
  if ("passphrase" in typed)
    return lock.kind === "passphrase" ? await passphraseKey(typed.passphrase, lock) : null;
  const code = readRecoveryCode(typed.code);
  return lock.kind === "recovery" && code ? await recoveryKey(code, lock.salt) : null;
}
