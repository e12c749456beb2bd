import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { Writer, setStage, textInLog } from "../testing/stage.ts";
import { compact, contentOf } from "./compaction.ts";

/** A document of elements one within the other, and all of it as one update. */
function nest(levels: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 7;
  doc.transact(() => {
    let inner: Y.XmlFragment = doc.getXmlFragment("x");
    for (let i = 0; i < levels; i += 1) {
      const element = new Y.XmlElement("li");
      inner.insert(0, [element]);
      inner = element;
    }
  });
  return Y.encodeStateAsUpdate(doc);
}

describe("P10 types within types", () => {
  test("are compacted in proportion to their number, not to what their nesting doubles", () => {
    const update = nest(1000);
    expect(compact([update])?.snapshot).toEqual(update);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    expect(contentOf(doc).length).toBeLessThan(100 * 1000);
  });

  test("beyond what Yjs itself can go through are kept, and everybody stays", async () => {
    const stage = setStage({ limits: { tailEntries: 20 } });
    const ada = stage.join("ada");
    const writer = new Writer(1);
    await stage.rest();
    ada.update(nest(20_000));
    await stage.rest();
    const wreck = new Uint8Array([0, 1, 7, 1, 0, 1]);
    ada.update(wreck);
    for (let i = 0; i < 30; i += 1) {
      await stage.rest();
      ada.update(writer.write("."));
    }
    await stage.rest();
    await stage.rest();
    expect(stage.reports).toEqual(["compaction-failed"]);
    expect(ada.socket.closed).toBeNull();
    expect((await stage.log.load("room")).tail).toHaveLength(32);
    await expect(textInLog(stage.log)).rejects.toThrow("call stack");
  });
});
