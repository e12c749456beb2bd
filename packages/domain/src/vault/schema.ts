import * as v from "valibot";

/** The largest sealed box that is kept (bytes); it is padded, so little writing fills little. */
export const largestBox = 4 * 1024 * 1024;

/** Base64 of at most that many bytes. The usual pattern for it runs out of stack at this size. */
const Box = v.pipe(
  v.string(),
  v.maxLength(Math.ceil(largestBox / 3) * 4),
  v.check((text) => text.length % 4 === 0, "not base64"),
  v.regex(/^[A-Za-z0-9+/]*={0,2}$/, "not base64"),
);

/** Counts the writes of one person's box; 0 where there is none yet. */
const Version = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e12));

/** Answer of `GET /api/vault`: the box as its owner's device sealed it. `box` is null at version 0. */
export const Vault = v.object({ version: Version, box: v.nullable(Box) });
export type Vault = v.InferOutput<typeof Vault>;

/**
 * Body of `PUT /api/vault`: a new box in the place of `version`. Where another device was faster
 * the answer is `vault-conflict`, and nothing is replaced.
 */
export const PutVault = v.object({ version: Version, box: Box });

/** Answer of `PUT /api/vault`. */
export const PutVaultAnswer = v.object({ version: Version });
