import * as v from "valibot";

const words = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));

/** One kind of help. Shown as it is written; a contact is no link, since following one leaves traces. */
export const HelpKind = v.strictObject({
  name: words(80),
  text: words(500),
  contact: v.optional(words(200)),
});
export type HelpKind = v.InferOutput<typeof HelpKind>;

/** The operator's own list, in the place of the one that names no region. */
export const HelpKinds = v.pipe(v.array(HelpKind), v.minLength(1), v.maxLength(30));
export type HelpKinds = v.InferOutput<typeof HelpKinds>;

/** Answer of `GET /api/help`: null where the operator has written no list (S26). */
export const Help = v.object({ kinds: v.nullable(HelpKinds) });
export type Help = v.InferOutput<typeof Help>;
