import { expect, test } from "vitest";
import * as Y from "yjs";

import { addClause } from "./agreements/commands.ts";
import { addAgreement } from "./agreements/index-commands.ts";
import { agreementTitle } from "./agreements/schema.ts";
import { addNote } from "./check-ins/commands.ts";
import { issueText } from "./check-ins/schema.ts";
import { parseDay } from "./dates.ts";
import { documentWords } from "./document-words.ts";
import { addGoal } from "./goals/commands.ts";
import { addStep } from "./goals/step-commands.ts";
import { addNeed } from "./needs/commands.ts";
import { entryId } from "./testing/replicas.ts";

const a = entryId("a");
const b = entryId("b");

test("needs are told with what would help, and what says nothing is left out", () => {
  const doc = new Y.Doc();
  addNeed(doc, { id: a, owner: "ours", kind: "need", text: "Time", help: "An evening a week" });
  addNeed(doc, { id: b, owner: "ours", kind: "boundary", text: "Sleep" });
  addNeed(doc, { id: entryId("c"), owner: "ours", kind: "need" });
  expect(documentWords("needs", doc)).toBe("Time\nAn evening a week\n\nSleep");
});

test("goals are told with their steps", () => {
  const doc = new Y.Doc();
  addGoal(doc, { id: a, owner: "ours", title: "Walk", why: "Air" });
  addStep(doc, a, { id: b, cue: "After dinner", action: "shoes on", obstacle: "Rain" });
  expect(documentWords("goals", doc)).toBe("Walk\nAir\nAfter dinner\nshoes on\nRain");
});

test("an agreement is told with its title and clauses, the list of them by its titles", () => {
  const doc = new Y.Doc();
  agreementTitle(doc).insert(0, "Evenings");
  addClause(doc, { id: a, content: [{ type: "paragraph", runs: ["No screens"] }] });
  addClause(doc, { id: b });
  expect(documentWords(`agreement/${a}`, doc)).toBe("Evenings\n\nNo screens");
  const createdOn = parseDay("2026-11-01");
  if (createdOn) addAgreement(doc, { id: a, title: "Evenings", createdOn });
  expect(documentWords("agreements", doc)).toBe("Evenings");
});

test("a check-in's notes are told in the order in which they are talked about", () => {
  const doc = new Y.Doc();
  addNote(doc, "help", { id: a, owner: "ours", text: "An early night" });
  issueText(doc).insert(0, "Mornings");
  addNote(doc, "appreciations", { id: b, owner: "ours", text: "You rang" });
  expect(documentWords(`check-in/${a}`, doc)).toBe("You rang\n\nMornings\n\nAn early night");
});

test("a document without words has none", () => {
  for (const path of ["needs", "goals", "asks", "agreements", `agreement/${a}`] as const)
    expect(documentWords(path, new Y.Doc())).toBe("");
});
