import type { Compacted, Group } from "@concord/sync/engine/compaction";

/** One room's history to go through, on its own thread. */
export interface CompactionRequest {
  readonly id: number;
  readonly updates: readonly Uint8Array[];
  readonly groups: readonly Group[];
}

export type CompactionAnswer =
  | { readonly id: number; readonly kind: "compacted"; readonly compacted: Compacted | null }
  | { readonly id: number; readonly kind: "failed"; readonly message: string };
