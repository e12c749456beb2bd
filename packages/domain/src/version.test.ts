import { expect, test } from "vitest";
import * as Y from "yjs";

import { documentVersion, isTooNew } from "./version.ts";

test.each([
  [undefined, false],
  [documentVersion, false],
  [documentVersion + 1, true],
  ["2", true],
  [0, true],
  [1.5, true],
  [{}, true],
])("a document that says version %j is too new: %s", (version, tooNew) => {
  const doc = new Y.Doc();
  if (version !== undefined) doc.getMap("meta").set("version", version);
  expect(isTooNew(doc)).toBe(tooNew);
});
