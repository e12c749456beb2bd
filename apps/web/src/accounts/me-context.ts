import type { Me } from "@concord/domain/accounts/schema";
import type { SpaceId } from "@concord/domain/ids";
import {
  type Accessor,
  createContext,
  createEffect,
  createMemo,
  createSignal,
  onCleanup,
  onMount,
  useContext,
} from "solid-js";

import { type ChangeKind, makeServerEvents } from "../api/events.ts";
import { type Trouble, mayPass } from "../api/result.ts";
import { fetchMe, signOut, signOutLeaving } from "./accounts-api.ts";
import type { DeviceMemory } from "./device-memory.ts";

export type MeState =
  | { readonly kind: "asking" }
  /** `confirmed` is false while only this device says so: offline, or not asked yet. */
  | { readonly kind: "signed-in"; readonly me: Me; readonly confirmed: boolean }
  | { readonly kind: "signed-out" }
  | { readonly kind: "failed"; readonly problem: Trouble };

type ChangeListener = (space: SpaceId | null) => void;

export interface MeHandle {
  readonly state: Accessor<MeState>;
  /** The person signed in here, or null. */
  readonly me: Accessor<Me | null>;
  readonly refetch: () => Promise<void>;
  /** Forgets at once who is here, which closes every page of theirs and what is open in it. */
  readonly leave: () => void;
  /** The same in a hurry (S15): signed out without waiting for an answer, or else at the next start. */
  readonly exit: () => void;
  readonly memory: DeviceMemory;
  /** Calls back when the server says that a space changed (null: any may have). */
  readonly onChanged: (listener: ChangeListener) => void;
  /** Calls back when something was declared in a space (null: in any there may have been). */
  readonly onDeclared: (listener: ChangeListener) => void;
}

const MeContext = createContext<MeHandle>();

export const MeProvider = MeContext.Provider;

export function useMe(): MeHandle {
  const handle = useContext(MeContext);
  if (!handle) throw new Error("useMe outside of MeProvider");
  return handle;
}

/** What an answer of the server makes of what is known so far. */
export function nextState(before: MeState, answer: Awaited<ReturnType<typeof fetchMe>>): MeState {
  if (answer.ok) return { kind: "signed-in", me: answer.value, confirmed: true };
  if (answer.problem === "signed-out") return { kind: "signed-out" };
  if (before.kind === "signed-in" && mayPass(answer.problem))
    return { ...before, confirmed: false };
  return { kind: "failed", problem: answer.problem };
}

export function createMe(memory: DeviceMemory): MeHandle {
  const remembered = memory.hasLeft() ? null : memory.me();
  const [state, setState] = createSignal<MeState>(
    remembered ? { kind: "signed-in", me: remembered, confirmed: false } : { kind: "asking" },
  );
  const refetch = async () => {
    if (memory.hasLeft()) {
      setState({ kind: "asking" });
      const problem = await finishLeaving(memory);
      if (problem) {
        setState({ kind: "failed", problem });
        return;
      }
    }
    const answer = await fetchMe();
    const next = setState((before) => nextState(before, answer));
    if (next.kind === "signed-in" && next.confirmed) memory.keepMe(next.me);
    if (next.kind === "signed-out") memory.forgetMe();
  };
  const listeners = { changed: new Set<ChangeListener>(), declared: new Set<ChangeListener>() };
  const heard = (kind: ChangeKind, space: SpaceId | null) => {
    if (kind === "changed") void refetch();
    for (const listener of listeners[kind]) listener(space);
  };
  const listenTo = (kind: ChangeKind) => (listener: ChangeListener) => {
    listeners[kind].add(listener);
    onCleanup(() => listeners[kind].delete(listener));
  };
  followServer(state, heard);
  retryWhileUnsure(state, refetch);
  onMount(() => void refetch());
  return {
    state,
    me: createMemo(() => {
      const now = state();
      return now.kind === "signed-in" ? now.me : null;
    }),
    refetch,
    leave: () => setState({ kind: "asking" }),
    exit: () => {
      memory.leaveQuickly();
      signOutLeaving();
    },
    memory,
    onChanged: listenTo("changed"),
    onDeclared: listenTo("declared"),
  };
}

/**
 * Signs out whoever left in a hurry, should that not have reached the server then: the way back
 * must not lead to what they left. The trouble, where that must be tried again.
 */
async function finishLeaving(memory: DeviceMemory): Promise<Trouble | null> {
  const answer = await signOut();
  if (!answer.ok && mayPass(answer.problem)) return answer.problem;
  memory.isOut();
  memory.forgetMe();
  return null;
}

/** How long to wait (ms) before asking again after an answer that settled nothing. */
const askAgain = 10_000;

function retryWhileUnsure(state: Accessor<MeState>, refetch: () => Promise<void>): void {
  createEffect(() => {
    const now = state();
    const sure = now.kind === "signed-out" || (now.kind === "signed-in" && now.confirmed);
    if (sure || now.kind === "asking") return;
    const timer = setTimeout(() => void refetch(), askAgain);
    onCleanup(() => clearTimeout(timer));
  });
}

/** Hears of changes while the server knows us, of the network's return, and of other tabs. */
function followServer(
  state: Accessor<MeState>,
  heard: (kind: ChangeKind, space: SpaceId | null) => void,
): void {
  const confirmed = createMemo(() => {
    const now = state();
    return now.kind === "signed-in" && now.confirmed;
  });
  createEffect(() => {
    if (confirmed()) makeServerEvents(heard);
  });
  const back = () => {
    heard("changed", null);
    heard("declared", null);
  };
  const elsewhere = (event: StorageEvent) => {
    // Another tab signed in or out, as somebody.
    if (event.key === "concord/me" || event.key === null) heard("changed", null);
  };
  window.addEventListener("online", back);
  window.addEventListener("storage", elsewhere);
  onCleanup(() => {
    window.removeEventListener("online", back);
    window.removeEventListener("storage", elsewhere);
  });
}
