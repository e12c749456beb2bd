import * as v from "valibot";

import { Password, PersonName } from "./schema.ts";

/** An address as accounts are found by it: in small letters. */
export const Email = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email(), v.maxLength(254));

/** Bytes as WebAuthn's JSON has them. */
const bytes = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/), v.maxLength(20_000));
const credential = { id: bytes, rawId: bytes, type: v.literal("public-key") };
const noExtensions = v.optional(v.looseObject({}), {});

/** What a browser answers when it is asked to sign with a passkey. */
export const PasskeyAnswer = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: v.optional(bytes),
  }),
  clientExtensionResults: noExtensions,
});
export type PasskeyAnswer = v.InferOutput<typeof PasskeyAnswer>;

/** What a browser answers when it has made a passkey. */
export const NewPasskey = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(12))),
  }),
  clientExtensionResults: noExtensions,
});
export type NewPasskey = v.InferOutput<typeof NewPasskey>;

/** As a person types a code: spaces and hyphens between its signs make no difference. */
const Code = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));

/**
 * How a person shows once more that it is them, before something that matters. A recovery code does
 * so only where there is no password.
 */
export const Confirmation = v.union([
  v.object({ password: v.pipe(v.string(), v.maxLength(1000)) }),
  v.object({ passkey: PasskeyAnswer }),
  v.object({ recoveryCode: Code }),
]);
export type Confirmation = v.InferOutput<typeof Confirmation>;

const confirm = Confirmation;

/** Body of `POST /api/auth/sign-in/email`: the code where the account asks for a second factor. */
export const Credentials = v.object({
  email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(1000)),
  password: v.pipe(v.string(), v.maxLength(1000)),
  code: v.optional(Code),
});
export type Credentials = v.InferInput<typeof Credentials>;

/** Body of `POST /api/auth/sign-in/recovery`, for an account that has passkeys and no password. */
export const RecoverySignIn = v.object({ email: Credentials.entries.email, code: Code });

export const Confirmed = v.object({ confirm });
export const ChangeName = v.object({ name: PersonName });
export const ChangeEmail = v.object({ email: Email, confirm });
export const ChangePassword = v.object({ password: Password, confirm });
export const VerifyCode = v.object({ code: Code });
export const DeleteAccount = v.object({ confirm, sure: v.literal(true) });

export const PasskeyName = v.pipe(PersonName, v.maxLength(40));
export const AddPasskey = v.object({ name: PasskeyName, passkey: NewPasskey });
export const RenamePasskey = v.object({ name: PasskeyName });

/** A day, as `2027-02-23`: when somebody did something is nobody's business to the minute (S9). */
const Day = v.string();

/** Answer of `GET /api/account`: how its owner signs in. */
export const Account = v.object({
  hasPassword: v.boolean(),
  /** Whether a code from an app is asked for beside the password. */
  secondFactor: v.boolean(),
  /** How many recovery codes are unused. */
  recoveryCodes: v.number(),
  passkeys: v.array(v.object({ id: v.string(), name: v.string(), addedOn: Day })),
  /** The host whose passkeys these are, or null where this server's address can have none. */
  passkeyHost: v.nullable(v.string()),
});
export type Account = v.InferOutput<typeof Account>;

/** The options that a browser makes or asks a passkey by, as WebAuthn's JSON has them. */
export const PasskeyOptions = v.looseObject({ challenge: v.string() });
export type PasskeyOptions = v.InferOutput<typeof PasskeyOptions>;

/** What an authenticator app is given, once: as a link (in a picture) and to type. */
export const NewSecondFactor = v.object({ secret: v.string(), uri: v.string() });
export const RecoveryCodes = v.object({ codes: v.array(v.string()) });

export const OwnSessions = v.object({
  sessions: v.array(v.object({ id: v.string(), since: Day, lastUsed: Day, isThis: v.boolean() })),
});
export type OwnSession = v.InferOutput<typeof OwnSessions>["sessions"][number];

/** What is noted in the account log: what happened, never from where or on what. */
export const accountEvents = [
  "signed-in",
  "signed-in-with-passkey",
  "signed-in-with-recovery-code",
  "second-factor-failed",
  "name-changed",
  "email-changed",
  "password-changed",
  "password-removed",
  "passkey-added",
  "passkey-removed",
  "second-factor-on",
  "second-factor-off",
  "recovery-codes-made",
  "signed-out-elsewhere",
  "exported",
] as const;
export type AccountEvent = (typeof accountEvents)[number];

/** Answer of `GET /api/account/log`, the latest first. */
export const AccountLog = v.object({
  entries: v.array(v.object({ event: v.picklist(accountEvents), day: Day })),
});
export type AccountLog = v.InferOutput<typeof AccountLog>;
