import { expect, it } from "vitest";
import * as Y from "yjs";

import { stateVector } from "./messages.ts";

it("says what one writer holds as Yjs does", () => {
  const doc = new Y.Doc();
  doc.clientID = 5005;
  expect(stateVector(5005, 0)).toEqual(Y.encodeStateVector(doc));
  doc.getText("text").insert(0, "a".repeat(300));
  expect(Y.decodeStateVector(stateVector(5005, 300))).toEqual(new Map([[5005, 300]]));
  expect([...stateVector(5005, 300)]).toEqual([...Y.encodeStateVector(doc)]);
});
