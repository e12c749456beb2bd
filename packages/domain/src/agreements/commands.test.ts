import * as v from "valibot";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { Day } from "../dates.ts";
import { entryId, makeReplicas, sync } from "../testing/replicas.ts";
import { editText } from "../text.ts";
import { makeUndoManager } from "../undo.ts";
import { addClause, moveClause, removeClause, setReviewOn, writeClause } from "./commands.ts";
import {
  addAgreement,
  moveAgreement,
  removeAgreement,
  renameInIndex,
  setReviewInIndex,
} from "./index-commands.ts";
import { agreementTitle, clauseBody, clausesIn, detailsIn } from "./schema.ts";
import { readAgreement, readAgreements } from "./view.ts";

const a = entryId("a");
const b = entryId("b");
const monday = v.parse(Day, "2026-11-23");

describe("the list of agreements", () => {
  test("names each, with the day it was begun", () => {
    const index = new Y.Doc();
    addAgreement(index, { id: a, title: "Money", createdOn: monday });
    addAgreement(index, { id: b, title: "", createdOn: monday });
    renameInIndex(index, b, "Chores");
    moveAgreement(index, b, "up");
    expect(readAgreements(index).map(({ id, title, createdOn }) => [id, title, createdOn])).toEqual(
      [
        [b, "Chores", monday],
        [a, "Money", monday],
      ],
    );
    removeAgreement(index, b);
    expect(readAgreements(index)).toHaveLength(1);
  });

  test("has the day of review of each, and none for one that is broken or was taken away", () => {
    const index = new Y.Doc();
    addAgreement(index, { id: a, title: "Money", createdOn: monday });
    expect(readAgreements(index)[0]?.reviewOn).toBeNull();
    setReviewInIndex(index, a, monday);
    expect(readAgreements(index)[0]?.reviewOn).toBe(monday);
    const before = Y.encodeStateVector(index);
    setReviewInIndex(index, a, monday);
    expect(Y.encodeStateVector(index)).toEqual(before);
    setReviewInIndex(index, a, null);
    expect(readAgreements(index)[0]?.reviewOn).toBeNull();
  });

  test("is not written to when the title is the same already", () => {
    const index = new Y.Doc();
    addAgreement(index, { id: a, title: "Money", createdOn: monday });
    const before = Y.encodeStateVector(index);
    renameInIndex(index, a, "Money");
    renameInIndex(index, b, "Gone");
    expect(Y.encodeStateVector(index)).toEqual(before);
  });
});

describe("an agreement", () => {
  test("has a title, a day of review, and clauses in order", () => {
    const doc = new Y.Doc();
    editText(doc, agreementTitle(doc), { index: 0, remove: 0, insert: "Money" });
    setReviewOn(doc, monday);
    addClause(doc, { id: a, content: [{ type: "paragraph", runs: ["First"] }] });
    addClause(doc, { id: b, after: a });
    moveClause(doc, b, "up");
    expect(readAgreement(doc)).toEqual({
      title: "Money",
      reviewOn: monday,
      clauses: [
        { id: b, text: "" },
        { id: a, text: "First" },
      ],
    });
    setReviewOn(doc, null);
    expect(readAgreement(doc).reviewOn).toBeNull();
  });

  test("starts a clause with one empty paragraph, which the first content replaces", () => {
    const doc = new Y.Doc();
    addClause(doc, { id: a });
    const body = clauseBody(doc, a);
    expect(body?.toJSON()).toBe("<paragraph></paragraph>");
    if (body) writeClause(doc, body, [{ type: "paragraph", runs: ["One"] }]);
    if (body) writeClause(doc, body, [{ type: "paragraph", runs: ["Two"] }]);
    expect(body?.toJSON()).toBe("<paragraph>One</paragraph><paragraph>Two</paragraph>");
  });

  test("gets a removed clause back with its text", () => {
    const doc = new Y.Doc();
    addClause(doc, { id: a, content: [{ type: "heading", level: 2, runs: ["Rent"] }] });
    const undo = makeUndoManager(doc);
    removeClause(doc, a);
    expect(clauseBody(doc, a)).toBeNull();
    undo.undo();
    expect(readAgreement(doc).clauses).toEqual([{ id: a, text: "## Rent" }]);
  });

  test("keeps both clauses when both people add one in the same place", () => {
    const [one, two] = makeReplicas();
    addClause(one, { id: a });
    addClause(two, { id: b });
    sync(one, two);
    expect(readAgreement(one)).toEqual(readAgreement(two));
    expect(readAgreement(one).clauses.map(({ id }) => id)).toEqual([a, b]);
  });

  test("written badly by another client is still read", () => {
    const doc = new Y.Doc();
    clausesIn(doc).set(a, new Y.Map<unknown>([["body", "words"]]));
    detailsIn(doc).set("reviewOn", "soon");
    expect(readAgreement(doc)).toEqual({
      title: "",
      reviewOn: null,
      clauses: [{ id: a, text: "" }],
    });
  });
});
