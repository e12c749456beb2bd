import * as v from "valibot";

import { fromBase64, utf8 } from "./bytes.ts";

/**
 * What is in a box, as JSON: the content sealed with a random data key, and the data key sealed
 * once for each way of opening it. Nothing of it is readable without one of them. Add only, with a
 * new `format`.
 */
const Bytes = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9+/]*={0,2}$/),
  v.check((text) => text.length % 4 === 0, "not base64"),
);
const Sealed = v.object({ nonce: Bytes, bytes: Bytes });

const Passphrase = v.object({
  kind: v.literal("passphrase"),
  salt: Bytes,
  /** Argon2id: memory in KiB, passes, lanes. Bounded, since the server could have written them. */
  memory: v.pipe(v.number(), v.integer(), v.minValue(8_192), v.maxValue(262_144)),
  passes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
  lanes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)),
  key: Sealed,
});
const Recovery = v.object({ kind: v.literal("recovery"), salt: Bytes, key: Sealed });

export const Envelope = v.object({
  format: v.literal(1),
  locks: v.array(v.variant("kind", [Passphrase, Recovery])),
  content: Sealed,
});
export type Envelope = v.InferOutput<typeof Envelope>;
export type Lock = Envelope["locks"][number];
export type LockOf<Kind extends Lock["kind"]> = Extract<Lock, { kind: Kind }>;
export type Sealed = v.InferOutput<typeof Sealed>;

/** A box read back, or null where it isn't one that this version understands. */
export function parseEnvelope(box: string): Envelope | null {
  try {
    const parsed = v.safeParse(Envelope, JSON.parse(new TextDecoder().decode(fromBase64(box))));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

export const envelopeBytes = (envelope: Envelope): Uint8Array<ArrayBuffer> =>
  utf8(JSON.stringify(envelope));
