import {
  type Accessor,
  createContext,
  createSignal,
  onCleanup,
  onMount,
  useContext,
} from "solid-js";

import { oneAtATime } from "../ledger/ledger-context.ts";
import { useQuickExit } from "../shell/quick-exit.ts";
import { watchIdle } from "./idle.ts";
import { OpenVault, type Opened, type VaultOptions, type VaultTrouble } from "./open-vault.ts";
import { rememberIn } from "./remembered.ts";
import { canSeal } from "./seal.ts";
import { type BoxStore, serverBoxes } from "./vault-api.ts";

export type VaultState =
  | { readonly kind: "asking" }
  /** The browser seals only at https addresses and on localhost. */
  | { readonly kind: "cannot-seal" }
  | { readonly kind: "none" }
  | { readonly kind: "locked" }
  | { readonly kind: "open"; readonly vault: OpenVault }
  | { readonly kind: "failed"; readonly problem: VaultTrouble };

/** Whether what is written is with the server, sealed. */
export type VaultSaving = "saved" | "saving" | VaultTrouble;

export interface VaultHandle {
  readonly state: Accessor<VaultState>;
  readonly saving: Accessor<VaultSaving>;
  readonly begin: (with_: { passphrase: string; code: string }) => Promise<VaultTrouble | null>;
  readonly open: (
    typed: { readonly passphrase: string } | { readonly code: string },
    options?: { readonly evenIfOlder?: boolean },
  ) => Promise<VaultTrouble | null>;
  /** Seals what is written, then forgets words and key. */
  readonly lock: () => Promise<void>;
  readonly retry: () => void;
}

const VaultContext = createContext<VaultHandle>();

export const VaultProvider = VaultContext.Provider;

export function useVault(): VaultHandle {
  const vault = useContext(VaultContext);
  if (!vault) throw new Error("useVault outside of Me");
  return vault;
}

/** How long (ms) nobody may touch the page before Me locks itself (S24). */
const patience = 5 * 60_000;
/** How long (ms) writing must rest before it is sealed and sent. */
const rest = 800;

/** One person's Me for as long as the owner is there: asks for the box, opens, saves, locks. */
export function createVault(person: string, boxes: BoxStore = serverBoxes): VaultHandle {
  const options: VaultOptions = { person, boxes, remembered: rememberIn(localStorage, person) };
  const [state, setState] = createSignal<VaultState>({ kind: "asking" });
  const saver = createSaver();
  let stopWatching = () => {};
  const close = () => {
    stopWatching();
    saver.follow(null);
    const now = state();
    if (now.kind === "open") now.vault.close();
  };
  const ask = async () => {
    if (!canSeal()) return setState({ kind: "cannot-seal" });
    const answer = await boxes.get();
    if (!answer.ok) return setState({ kind: "failed", problem: answer.problem });
    return setState({ kind: answer.value.version === 0 ? "none" : "locked" });
  };
  const lock = async () => {
    await saver.flush();
    close();
    setState({ kind: "locked" });
  };
  const take = (opened: Opened) => {
    if (!opened.ok) return opened.problem;
    const { vault } = opened;
    saver.follow(vault);
    stopWatching = watchIdle(() => void lock(), patience);
    setState({ kind: "open", vault });
    return null;
  };
  onMount(() => void ask());
  // What was written in the last moment is lost: sealing and sending it would take time.
  useQuickExit().onExit(close);
  onCleanup(() => {
    const leaving = saver.flush();
    void leaving.finally(close);
  });
  return {
    state,
    saving: saver.saving,
    begin: async (with_) => take(await OpenVault.begin(options, with_)),
    open: async (typed, how) => take(await OpenVault.open(options, typed, how)),
    lock,
    retry: () => void ask(),
  };
}

/** Seals and sends what is written once it rests, and warns before it would be lost. */
function createSaver() {
  const [saving, setSaving] = createSignal<VaultSaving>("saved");
  let vault: OpenVault | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dirty = false;
  const save = oneAtATime(async () => {
    clearTimeout(timer);
    if (!vault || !dirty) return;
    dirty = false;
    const trouble = await vault.save();
    if (trouble) dirty = true;
    setSaving(trouble ?? (dirty ? "saving" : "saved"));
    if (trouble) timer = setTimeout(() => void save(), retryAfter);
  });
  const written = () => {
    dirty = true;
    setSaving("saving");
    clearTimeout(timer);
    timer = setTimeout(() => void save(), rest);
  };
  const ask = (event: BeforeUnloadEvent) => {
    if (dirty) event.preventDefault();
  };
  return {
    saving,
    follow(next: OpenVault | null) {
      vault?.doc.off("update", written);
      clearTimeout(timer);
      vault = next;
      dirty = false;
      setSaving("saved");
      vault?.doc.on("update", written);
      if (vault) window.addEventListener("beforeunload", ask);
      else window.removeEventListener("beforeunload", ask);
    },
    flush: () => (dirty ? save() : Promise.resolve()),
  };
}

/** How long (ms) to wait after a failure before sending is tried again. */
const retryAfter = 5_000;
