import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { fromBase64, toBase64 } from "./bytes.ts";
import { envelopeBytes, parseEnvelope } from "./envelope.ts";
import { pad, paddedLength, unpad } from "./padding.ts";
import { newRecoveryCode, readRecoveryCode } from "./recovery-code.ts";
import {
  lockByPassphrase,
  lockByRecoveryCode,
  newDataKey,
  openContent,
  sealContent,
  unlock,
} from "./seal.ts";

const person = "person-maya";
const words = new TextEncoder().encode("what I keep to myself");

async function makeBox(version = 1) {
  const key = await newDataKey();
  const code = newRecoveryCode();
  const locks = [
    await lockByPassphrase(key, "a quiet corner by the window", person),
    await lockByRecoveryCode(key, code, person),
  ];
  const envelope = await sealContent(key, words, { person, version, locks });
  return { key, code, locks, envelope };
}

const { key, code, locks, envelope } = await makeBox();

describe("S20 a sealed box", () => {
  test("is opened by its passphrase and by its recovery code, however they are typed", async () => {
    for (const typed of [
      { passphrase: "a quiet corner by the window" },
      { code },
      { code: code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l") },
    ]) {
      const opened = await unlock(envelope, typed, person);
      const content = opened && (await openContent(opened, envelope, { person, version: 1 }));
      expect(content && new TextDecoder().decode(content)).toBe("what I keep to myself");
    }
  });

  test("is opened by nothing else", async () => {
    for (const typed of [
      { passphrase: "A quiet corner by the window" },
      { passphrase: "" },
      { passphrase: code },
      { code: newRecoveryCode() },
      { code: "" },
    ]) {
      expect(await unlock(envelope, typed, person)).toBeNull();
    }
    expect(await unlock(envelope, { code }, "person-jonas")).toBeNull();
    expect(await openContent(await newDataKey(), envelope, { person, version: 1 })).toBeNull();
  });

  test("is of one person and one version: an older one in its place is noticed", async () => {
    for (const about of [
      { person, version: 2 },
      { person, version: 0 },
      { person: "person-jonas", version: 1 },
    ]) {
      expect(await openContent(key, envelope, about)).toBeNull();
    }
  });

  test("holds no word of its content, its passphrase or its code in the clear", () => {
    const box = new TextDecoder("latin1").decode(envelopeBytes(envelope));
    const raw = new TextDecoder("latin1").decode(fromBase64(envelope.content.bytes));
    for (const part of ["keep", "myself", "quiet", "window", code, code.replaceAll("-", "")]) {
      expect(box).not.toContain(part);
      expect(raw).not.toContain(part);
      expect(box).not.toContain(btoa(part).slice(0, -4));
    }
  });

  test("never uses a nonce or a salt twice", async () => {
    const boxes = await Promise.all(
      Array.from({ length: 200 }, (_, version) =>
        sealContent(key, words, { person, version, locks }),
      ),
    );
    expect(new Set(boxes.map(({ content }) => content.nonce)).size).toBe(200);
    const [a, b] = [
      await lockByRecoveryCode(key, code, person),
      await lockByRecoveryCode(key, code, person),
    ];
    expect(a.salt).not.toBe(b.salt);
  });

  test("that was changed anywhere is not opened, and never a crash", async () => {
    const bytes = envelopeBytes(envelope);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = bytes.slice();
          changed[at] = (changed[at] ?? 0) ^ by;
          const parsed = parseEnvelope(toBase64(changed));
          const opened = parsed && (await openContent(key, parsed, { person, version: 1 }));
          expect(
            opened === null || new TextDecoder().decode(opened) === "what I keep to myself",
          ).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("that asks for absurd work is not taken for one", () => {
    const greedy = envelope.locks.map((lock) =>
      lock.kind === "passphrase" ? { ...lock, memory: 2 ** 30 } : lock,
    );
    const box = new TextEncoder().encode(JSON.stringify({ ...envelope, locks: greedy }));
    expect(parseEnvelope(toBase64(box))).toBeNull();
    for (const text of ["", "AAAA", "*", toBase64(new TextEncoder().encode('{"format":2}'))])
      expect(parseEnvelope(text)).toBeNull();
  });
});

describe("padding", () => {
  test("gives back what was put in, at no more than an eighth above it", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (content) => {
        const padded = pad(content);
        expect(unpad(padded)).toEqual(content);
        expect(padded.length).toBeLessThanOrEqual(Math.max(4096, (content.length + 4) * 1.125));
      }),
    );
  });

  test("leaves few sizes to tell apart", () => {
    const sizes = new Set(Array.from({ length: 100_000 }, (_, length) => paddedLength(length)));
    expect(sizes.size).toBeLessThan(100);
  });

  test("of what was never padded is nothing", () => {
    expect(unpad(Uint8Array.of(1, 2))).toBeNull();
    expect(unpad(Uint8Array.of(255, 255, 255, 255, 1))).toBeNull();
  });
});

test("a recovery code is read as it was given out, and nothing else is one", () => {
  const made = newRecoveryCode();
  expect(made).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(readRecoveryCode(` ${made.toLowerCase()} `)).toBe(made);
  for (const typed of ["", made.slice(1), `${made}A`, made.replace(/^./, "U")])
    expect(readRecoveryCode(typed)).toBeNull();
});
