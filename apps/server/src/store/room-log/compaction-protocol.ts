/** One room's history to go through, on its own thread. */
export interface CompactionRequest {
  readonly id: number;
  readonly updates: readonly Uint8Array[];
}

export type CompactionAnswer =
  | { readonly id: number; readonly kind: "compacted"; readonly snapshot: Uint8Array | null }
  | { readonly id: number; readonly kind: "failed"; readonly message: string };
