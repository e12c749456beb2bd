import * as v from "valibot";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { addAsk, answerAsk, endAsk } from "../asks/commands.ts";
import { asksIn } from "../asks/schema.ts";
import { Day } from "../dates.ts";
import { entryIn } from "../entries.ts";
import { entryId, personId } from "../testing/replicas.ts";
import { openAsks } from "./asks.ts";

test("the open asks are those that nobody is done with, and that somebody is known to have made", () => {
  const doc = new Y.Doc();
  const maya = personId("maya");
  const askedOn = v.parse(Day, "2026-11-01");
  for (const name of ["open", "answered", "done", "nobodys"])
    addAsk(doc, { id: entryId(name), owner: maya, kind: "comfort", askedOn });
  answerAsk(doc, entryId("answered"), "in-a-while");
  endAsk(doc, entryId("done"));
  entryIn(asksIn(doc), entryId("nobodys"))?.set("owner", 3);
  expect(openAsks(doc)).toMatchObject([
    { id: entryId("open"), owner: maya, kind: "comfort", answer: null },
    { id: entryId("answered"), owner: maya, kind: "comfort", answer: "in-a-while" },
  ]);
  expect(openAsks(new Y.Doc())).toEqual([]);
});
