import * as Y from "yjs";

import type { ServerProcess } from "../server-process.ts";
import { openLine, sync } from "../wire/line.ts";
import { Cursor } from "../wire/varint.ts";

/** What somebody reads who comes later. */
export async function textAt(server: ServerProcess): Promise<string> {
  const doc = new Y.Doc();
  const line = await openLine(server, { room: 0, person: 1 }, (kind, payload, body, { prefix }) => {
    if (kind !== "step2") return;
    const length = new Cursor();
    length.bytes = payload;
    length.at = prefix.length + 2;
    Y.applyUpdate(doc, payload.subarray(body, body + length.uint()));
  });
  await sync(line);
  line.hangUp();
  return doc.getText("text").toJSON();
}
