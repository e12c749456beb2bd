import * as Y from "yjs";

import type { Trouble } from "../api/result.ts";
import { toBase64 } from "./bytes.ts";
import { type Envelope, type Lock, envelopeBytes, parseEnvelope } from "./envelope.ts";
import type { Remembered } from "./remembered.ts";
import {
  type DataKey,
  lockByPassphrase,
  lockByRecoveryCode,
  newDataKey,
  openContent,
  sealContent,
  unlock,
} from "./seal.ts";
import type { BoxStore } from "./vault-api.ts";

/** What only a vault can run into. `older`: a box that this device has seen replaced. */
export type OwnTrouble = "wrong-key" | "older" | "not-understood";

/** Why a vault could not be opened, or not be saved. */
export type VaultTrouble = Trouble | OwnTrouble;

export type Opened =
  | { readonly ok: true; readonly vault: OpenVault }
  | { readonly ok: false; readonly problem: VaultTrouble };

export interface VaultOptions {
  readonly person: string;
  readonly boxes: BoxStore;
  readonly remembered: Remembered;
}

type Typed = { readonly passphrase: string } | { readonly code: string };

/**
 * One person's private document, open on this device. Its words are in memory alone; what leaves
 * is sealed. Invariants: a box is written only in the place of the version that was read; what two
 * devices wrote is merged, never replaced; once `close` was called nothing is kept.
 */
export class OpenVault {
  readonly doc: Y.Doc;
  readonly #options: VaultOptions;
  #key: DataKey;
  #locks: readonly Lock[];
  #version: number;
  #closed = false;

  private constructor(
    options: VaultOptions,
    state: { doc: Y.Doc; key: DataKey; locks: readonly Lock[]; version: number },
  ) {
    this.#options = options;
    this.doc = state.doc;
    this.#key = state.key;
    this.#locks = state.locks;
    this.#version = state.version;
  }

  /** Begins a vault where there is none: the recovery code is shown once, and kept nowhere. */
  static async begin(
    options: VaultOptions,
    { passphrase, code }: { readonly passphrase: string; readonly code: string },
  ): Promise<Opened> {
    const key = await newDataKey();
    const locks = [
      await lockByPassphrase(key, passphrase, options.person),
      await lockByRecoveryCode(key, code, options.person),
    ];
    const vault = new OpenVault(options, { doc: new Y.Doc(), key, locks, version: 0 });
    const trouble = await vault.#write();
    return trouble ? { ok: false, problem: trouble } : { ok: true, vault };
  }

  /** Opens the box that the server has; `older` only where `evenIfOlder` isn't said. */
  static async open(
    options: VaultOptions,
    typed: Typed,
    { evenIfOlder = false }: { readonly evenIfOlder?: boolean } = {},
  ): Promise<Opened> {
    const got = await readBox(options, evenIfOlder);
    if (!got.ok) return got;
    const { envelope, version } = got;
    const key = await unlock(envelope, typed, options.person);
    if (!key) return { ok: false, problem: "wrong-key" };
    const content = await openContent(key, envelope, { person: options.person, version });
    if (!content) return { ok: false, problem: "not-understood" };
    const doc = new Y.Doc();
    Y.applyUpdate(doc, content);
    options.remembered.keep(version);
    return {
      ok: true,
      vault: new OpenVault(options, { doc, key, locks: envelope.locks, version }),
    };
  }

  /** Seals and sends what is written; merges with what another device wrote. Null where it is kept. */
  async save(): Promise<VaultTrouble | null> {
    return await this.#write();
  }

  /** Another passphrase opens it from now on; the recovery code stays. */
  async changePassphrase(passphrase: string): Promise<VaultTrouble | null> {
    return await this.#relock(await lockByPassphrase(this.#key, passphrase, this.#options.person));
  }

  /** Another recovery code opens it from now on; the one before opens nothing any more. */
  async changeRecoveryCode(code: string): Promise<VaultTrouble | null> {
    return await this.#relock(await lockByRecoveryCode(this.#key, code, this.#options.person));
  }

  /** Forgets the words and the key. */
  close(): void {
    this.#closed = true;
    this.doc.destroy();
  }

  async #relock(lock: Lock): Promise<VaultTrouble | null> {
    this.#locks = [...this.#locks.filter(({ kind }) => kind !== lock.kind), lock];
    return await this.#write(lock);
  }

  /** As often as another device is faster; `changed` is a lock of ours that stays ours. */
  async #write(changed?: Lock): Promise<VaultTrouble | null> {
    const { person, boxes, remembered } = this.#options;
    for (let tries = 0; tries < mostTries && !this.#closed; tries += 1) {
      const next = this.#version + 1;
      const about = { person, version: next, locks: this.#locks };
      const content = Y.encodeStateAsUpdate(this.doc);
      const envelope = await sealContent(this.#key, content, about);
      const answer = await boxes.put(this.#version, toBase64(envelopeBytes(envelope)));
      if (answer.ok) {
        this.#version = next;
        remembered.keep(next);
        return null;
      }
      if (answer.problem !== "vault-conflict") return answer.problem;
      const trouble = await this.#merge(changed);
      if (trouble) return trouble;
    }
    return this.#closed ? null : "vault-conflict";
  }

  /** Takes in what another device has put there. */
  async #merge(changed?: Lock): Promise<VaultTrouble | null> {
    const got = await readBox(this.#options, false);
    if (!got.ok) return got.problem;
    const { envelope, version } = got;
    const about = { person: this.#options.person, version };
    const content = await openContent(this.#key, envelope, about);
    // Begun anew elsewhere, with another key: nothing of ours may go over it.
    if (!content) return "wrong-key";
    if (!this.#closed) Y.applyUpdate(this.doc, content);
    const theirs = envelope.locks.filter(({ kind }) => kind !== changed?.kind);
    this.#locks = changed ? [...theirs, changed] : theirs;
    this.#version = version;
    return null;
  }
}

const mostTries = 20;

type Read =
  | { readonly ok: true; readonly envelope: Envelope; readonly version: number }
  | { readonly ok: false; readonly problem: VaultTrouble };

/** The box as the server gives it; an older one than this device has seen is told, not taken. */
async function readBox({ boxes, remembered }: VaultOptions, evenIfOlder: boolean): Promise<Read> {
  const answer = await boxes.get();
  if (!answer.ok) return { ok: false, problem: answer.problem };
  const { version, box } = answer.value;
  if (version < remembered.version() && !evenIfOlder) return { ok: false, problem: "older" };
  const envelope = box === null ? null : parseEnvelope(box);
  if (!envelope) return { ok: false, problem: box === null ? "no-such-page" : "not-understood" };
  return { ok: true, envelope, version };
}
