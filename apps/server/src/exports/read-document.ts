import { freshCopy } from "@concord/domain/exports/fresh-copy";
import { isTooNew } from "@concord/domain/version";
import { scanUpdate } from "@concord/sync/protocol/scan-update";
import * as Y from "yjs";

import { Refusal } from "../http/problem.ts";
import { damaged } from "./unpack.ts";

/**
 * A document of an import, written anew: as an update of one fresh device. Refuses what Yjs cannot
 * read whole, and what no document of ours holds.
 */
export function freshUpdate(base64: string, rename: (text: string) => string): Uint8Array {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.toString("base64") !== base64) throw damaged("a document is no base64");
  const scan = scanUpdate(bytes);
  if (scan.kind === "refused") throw damaged(`a document is broken: ${scan.why}`);
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, bytes);
    if (doc.store.pendingStructs || doc.store.pendingDs) throw damaged("a document has gaps");
    if (isTooNew(doc)) throw new Refusal("import-too-new");
    const fresh = freshCopy(doc, rename);
    if (!fresh.isWhole) throw damaged("a document holds what none of ours does");
    return Y.encodeStateAsUpdate(fresh.doc);
  } catch (error) {
    // Whatever Yjs stumbles over is the file's fault.
    throw error instanceof Refusal ? error : damaged("a document is broken");
  } finally {
    doc.destroy();
  }
}
