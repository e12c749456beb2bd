import type * as Y from "yjs";

import type { PersonId } from "../ids.ts";
import { canonicalOf, hashOf } from "../ledger/canonical.ts";
import type { LedgerView } from "../ledger/view.ts";
import type { Awaited } from "./awaiting.ts";

/**
 * Whether what the other agreed to is still there as they agreed to it, for both to agree to, and
 * I don't stand by it. What was edited since waits for nobody: it is being written again.
 */
export function isAwaited(awaited: Awaited, doc: Y.Doc, ledger: LedgerView, me: PersonId): boolean {
  const canonical = canonicalOf(awaited, doc);
  if (!canonical || canonical.owner !== "ours" || canonical.text !== awaited.text) return false;
  return ledger.of("assent", awaited.subject, me)?.body.hash !== hashOf(canonical.text);
}
