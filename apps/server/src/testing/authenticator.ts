import {
  createHash,
  createSign,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

import type { NewPasskey, PasskeyAnswer } from "@concord/domain/accounts/account";

/** As much of CBOR (RFC 8949) as an attestation needs: whole numbers, bytes, text and maps. */
type Cbor = number | string | Uint8Array | ReadonlyMap<number | string, Cbor>;

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.of((major << 5) | value);
  if (value < 256) return Buffer.of((major << 5) | 24, value);
  return Buffer.of((major << 5) | 25, value >> 8, value & 255);
}

function cbor(value: Cbor): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string")
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const pairs = [...value].flatMap(([key, of]) => [cbor(key), cbor(of)]);
  return Buffer.concat([head(5, value.size), ...pairs]);
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const hash = (of: string | Uint8Array): Buffer => createHash("sha256").update(of).digest();

const present = 0x01;
const verified = 0x04;
const withKey = 0x40;

interface Given {
  readonly challenge: string;
}

/** What a person keeps passkeys in. `origin` is the page's, as a browser would say it. */
export class Authenticator {
  readonly #id = randomBytes(16);
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;
  readonly #origin: string;
  readonly #host: string;
  #count = 0;
  /** Whether it asks who is there: a fingerprint, a PIN. */
  asks = true;

  constructor(origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
    this.#origin = origin;
    this.#host = new URL(origin).hostname;
  }

  create({ challenge }: Given, origin = this.#origin): NewPasskey {
    const { x = "", y = "" } = this.#publicKey.export({ format: "jwk" });
    const key = cbor(
      new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, "base64url")],
        [-3, Buffer.from(y, "base64url")],
      ]),
    );
    const length = Buffer.of(0, this.#id.length);
    const data = Buffer.concat([this.#data(withKey), Buffer.alloc(16), length, this.#id, key]);
    const attestation = cbor(
      new Map<string, Cbor>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", data],
      ]),
    );
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: text(clientData("webauthn.create", challenge, origin)),
        attestationObject: text(attestation),
        transports: ["internal"],
      },
    };
  }

  get({ challenge }: Given, origin = this.#origin): PasskeyAnswer {
    const data = this.#data(0);
    const client = clientData("webauthn.get", challenge, origin);
    const signed = createSign("sha256").update(data).update(hash(client)).sign(this.#privateKey);
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: text(client),
        authenticatorData: text(data),
        signature: text(signed),
      },
    };
  }

  #credential() {
    const id = text(this.#id);
    return { id, rawId: id, type: "public-key", clientExtensionResults: {} } as const;
  }

  #data(flags: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE((this.#count += 1));
    const all = flags | present | (this.asks ? verified : 0);
    return Buffer.concat([hash(this.#host), Buffer.of(all), count]);
  }
}

const clientData = (type: string, challenge: string, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
