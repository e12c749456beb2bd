import { parentPort } from "node:worker_threads";

import { compact } from "@concord/sync/engine/compaction";

import { yieldToOthers } from "../../yield-to-others.ts";
import type { CompactionAnswer, CompactionRequest } from "./compaction-protocol.ts";

/** The thread on which documents are gone through, so that nobody waits for a large one. */
function serve(): void {
  yieldToOthers(15);
  const port = parentPort;
  if (!port) throw new Error("this runs in a worker thread alone");
  port.on("message", ({ id, updates, groups }: CompactionRequest) => {
    try {
      const compacted = compact(updates, groups);
      port.postMessage({ id, kind: "compacted", compacted } satisfies CompactionAnswer);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      port.postMessage({ id, kind: "failed", message } satisfies CompactionAnswer);
    }
  });
}

serve();
