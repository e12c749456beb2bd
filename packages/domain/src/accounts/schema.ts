import * as v from "valibot";

import { PersonId, SpaceId } from "../ids.ts";

/** No control characters, line ends or direction overrides: a name is shown as it is written. */
export const plainLine = /^[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u;

export const PersonName = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(80),
  v.regex(plainLine, "not a name"),
  v.regex(/[\p{L}\p{N}\p{S}]/u, "nothing to see"),
);

export const shortestPassword = 8;
export const longestPassword = 200;
/** Length alone: rules about kinds of characters make passwords worse. */
export const Password = v.pipe(
  v.string(),
  v.minLength(shortestPassword),
  v.maxLength(longestPassword),
);

/** Body of `POST /api/auth/sign-up/email`. Both statements must be made, each by itself (S27). */
export const SignUp = v.object({
  name: PersonName,
  email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email(), v.maxLength(254)),
  password: Password,
  consent: v.literal(true),
  adult: v.literal(true),
});
export type SignUp = v.InferInput<typeof SignUp>;

/** Answer of `GET /api/me`: who is signed in, and where they belong. */
export const Me = v.object({
  person: v.object({ id: PersonId, name: v.string(), email: v.string() }),
  spaces: v.array(
    v.object({
      id: SpaceId,
      name: v.string(),
      partners: v.array(v.string()),
      closed: v.optional(v.boolean(), false),
    }),
  ),
  observing: v.array(
    v.object({
      space: SpaceId,
      partners: v.array(v.string()),
      until: v.number(),
      inEffect: v.boolean(),
    }),
  ),
});
export type Me = v.InferOutput<typeof Me>;

/** Answer of `GET /api/operator`: who runs this server (S21). Null where they have not said. */
export const Operator = v.object({
  name: v.nullable(v.string()),
  contact: v.nullable(v.string()),
  /** For how many days what was deleted can be read back; 0: not at all. */
  historyDays: v.number(),
});
export type Operator = v.InferOutput<typeof Operator>;
