import { readAgreement } from "@concord/domain/agreements/view";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { loadTemplates, templateNames } from "./templates.ts";
import { writeTemplate } from "./write-template.ts";

const templates = await loadTemplates("en-GB");

test.each(templateNames)(
  "the sketch “%s” becomes an agreement with its clauses in order",
  (name) => {
    const doc = new Y.Doc();
    writeTemplate(doc, templates[name]);
    const { title, clauses } = readAgreement(doc);
    expect(title).toBe(templates[name].title);
    expect(clauses.map(({ text }) => text)).toEqual(templates[name].clauses);
  },
);

test("what is written already is never written over, nor twice", () => {
  const doc = new Y.Doc();
  writeTemplate(doc, templates.money);
  const before = Y.encodeStateVector(doc);
  writeTemplate(doc, templates.burnout);
  expect(Y.encodeStateVector(doc)).toEqual(before);
});

test("no sketch blames, scores or threatens, and fighting fair puts safety first", () => {
  const all = templateNames.flatMap((name) => templates[name].clauses).join("\n");
  expect(all).not.toMatch(/fault of|you always|you never|score|points|punish(?!ing silence)/i);
  expect(templates["fighting-fair"].clauses.join(" ")).toMatch(/afraid.*help from outside/);
});
