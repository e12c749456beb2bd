import type { DeclarationId } from "@concord/domain/ids";
import type { Declaration, Declare } from "@concord/domain/ledger/schema";
import { type LedgerView, viewLedger } from "@concord/domain/ledger/view";
import type { Space } from "@concord/domain/spaces/schema";
import {
  type Accessor,
  createContext,
  createMemo,
  createSignal,
  onMount,
  useContext,
} from "solid-js";

import { useMe } from "../accounts/me-context.ts";
import type { Result } from "../api/result.ts";
import { declare, fetchDeclarations, withdraw } from "./ledger-api.ts";

/** My word and yours, as the server keeps it; follows the server's events. */
export interface LedgerHandle {
  readonly view: Accessor<LedgerView>;
  /** Whether the server has answered yet: until then nothing can be said about who agreed. */
  readonly known: Accessor<boolean>;
  /** Whether anything more can be declared: not in a closed space, where it can be taken back still. */
  readonly mayDeclare: Accessor<boolean>;
  readonly declare: (body: Declare) => Promise<Result<Declaration>>;
  readonly withdraw: (id: DeclarationId) => Promise<Result<null>>;
}

const LedgerContext = createContext<LedgerHandle>();

export const LedgerProvider = LedgerContext.Provider;

export function useLedger(): LedgerHandle {
  const ledger = useContext(LedgerContext);
  if (!ledger) throw new Error("useLedger outside of a space's pages");
  return ledger;
}

/** The ledger of the space that the page is in. Observers have none: it stays unknown to them. */
export function createLedger(space: Accessor<Space>): LedgerHandle {
  const { onDeclared } = useMe();
  const [rows, setRows] = createSignal<readonly Declaration[]>([]);
  const [known, setKnown] = createSignal(false);
  const catchUp = oneAtATime(async () => {
    const { id, you } = space();
    if (you.role !== "partner") return;
    for (;;) {
      const after = rows().at(-1)?.seq ?? 0;
      const answer = await fetchDeclarations(id, after);
      if (!answer.ok) return;
      const { declarations, more } = answer.value;
      if (declarations.length > 0) setRows((before) => [...before, ...declarations]);
      setKnown(true);
      if (!more) return;
    }
  });
  onMount(() => void catchUp());
  onDeclared((changed) => {
    if (changed === null || changed === space().id) void catchUp();
  });
  /** What this page has sent itself is shown by the time that the answer is. */
  const thenCatchUp = async <T>(sent: Promise<Result<T>>): Promise<Result<T>> => {
    const answer = await sent;
    if (answer.ok) await catchUp();
    return answer;
  };
  return {
    view: createMemo(() => viewLedger(rows())),
    known,
    mayDeclare: () => space().you.role === "partner" && !space().closed,
    declare: (body) => thenCatchUp(declare(space().id, body)),
    withdraw: (id) => thenCatchUp(withdraw(space().id, id)),
  };
}

/** Runs once at a time; asked meanwhile, once more afterwards. Resolves when nothing is left to do. */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const loop = async () => {
    do {
      again = false;
      await run();
    } while (again);
    running = null;
  };
  return () => {
    again = true;
    return (running ??= loop());
  };
}
