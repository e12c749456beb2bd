import type { NewPasskey, PasskeyAnswer, PasskeyOptions } from "@concord/domain/accounts/account";
import * as v from "valibot";

import type { Result } from "../api/result.ts";

/**
 * What a browser does with passkeys, between WebAuthn's JSON and its bytes. Browsers can convert by
 * themselves by now, but not all that we support.
 */

export type PasskeyPlace = "usable" | "no-server" | "no-browser" | "elsewhere";

/** Whether passkeys of a server can be used on this page. `host` is null where it can have none. */
export function passkeyPlace(
  host: string | null,
  page: { readonly hostname: string; readonly isSecure: boolean; readonly canUse: boolean },
): PasskeyPlace {
  if (host === null) return "no-server";
  if (page.hostname !== host && !page.hostname.endsWith(`.${host}`)) return "elsewhere";
  return page.isSecure && page.canUse ? "usable" : "no-browser";
}

export const thisPage = () => ({
  hostname: window.location.hostname,
  isSecure: window.isSecureContext,
  canUse: "PublicKeyCredential" in window,
});

/** Whether it is worth offering to sign in with a passkey: a bare address never has any. */
export function mayHavePasskeys({ hostname, isSecure, canUse } = thisPage()): boolean {
  return isSecure && canUse && !/^[\d.]+$|:/.test(hostname);
}

export function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const plain = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (sign) => sign.codePointAt(0) ?? 0);
}

export function textOf(bytes: ArrayBuffer): string {
  const plain = Array.from(new Uint8Array(bytes), (byte) => String.fromCodePoint(byte)).join("");
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const Descriptors = v.optional(
  v.array(v.object({ id: v.string(), transports: v.optional(v.array(v.string())) })),
  [],
);

const Creation = v.looseObject({
  challenge: v.string(),
  user: v.object({ id: v.string(), name: v.string(), displayName: v.string() }),
  excludeCredentials: Descriptors,
});

const Request = v.looseObject({ challenge: v.string(), allowCredentials: Descriptors });

const described = (known: v.InferOutput<typeof Descriptors>) =>
  known.map(({ id, transports = [] }) => ({
    id: bytesOf(id),
    type: "public-key",
    transports,
  }));

/** What went wrong is nearly always that the person thought better of it. */
const refused = { ok: false, problem: "passkey-refused" } as const;

export async function makePasskey(options: PasskeyOptions): Promise<Result<NewPasskey>> {
  const { user, excludeCredentials, challenge, ...rest } = v.parse(Creation, options);
  const publicKey = {
    ...rest,
    challenge: bytesOf(challenge),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: described(excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = await navigator.credentials.create({ publicKey }).catch(() => null);
  if (!(made instanceof PublicKeyCredential)) return refused;
  const { response } = made;
  if (!(response instanceof AuthenticatorAttestationResponse)) return refused;
  return {
    ok: true,
    value: {
      ...credentialOf(made),
      response: {
        clientDataJSON: textOf(response.clientDataJSON),
        attestationObject: textOf(response.attestationObject),
        transports: response.getTransports(),
      },
    },
  };
}

export async function askPasskey(options: PasskeyOptions): Promise<Result<PasskeyAnswer>> {
  const { allowCredentials, challenge, ...rest } = v.parse(Request, options);
  const publicKey = {
    ...rest,
    challenge: bytesOf(challenge),
    allowCredentials: described(allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions;
  const given = await navigator.credentials.get({ publicKey }).catch(() => null);
  if (!(given instanceof PublicKeyCredential)) return refused;
  const { response } = given;
  if (!(response instanceof AuthenticatorAssertionResponse)) return refused;
  return {
    ok: true,
    value: {
      ...credentialOf(given),
      response: {
        clientDataJSON: textOf(response.clientDataJSON),
        authenticatorData: textOf(response.authenticatorData),
        signature: textOf(response.signature),
      },
    },
  };
}

const credentialOf = ({ id, rawId }: PublicKeyCredential) =>
  ({ id, rawId: textOf(rawId), type: "public-key", clientExtensionResults: {} }) as const;
