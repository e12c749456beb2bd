import { Declaration } from "@concord/domain/ledger/schema";
import { PersonId } from "@concord/domain/ids";
import { viewLedger } from "@concord/domain/ledger/view";
import { readPromises } from "@concord/domain/promises/view";
import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { newsOfPromises } from "./promise-news.ts";

const ada = v.parse(PersonId, "ada-----");
const sam = v.parse(PersonId, "sam-----");

const row = (seq: number, author: string, kind: string, body: unknown): Declaration =>
  v.parse(Declaration, {
    seq,
    id: `row-${seq}-----`,
    author,
    kind,
    day: "2026-11-24",
    subject: kind === "withdrawal" ? "declaration/row-1-----" : "promise/promise-1",
    body,
  });

const said = (seq: number, state = "open", action = "cook") =>
  row(seq, sam, "promise", { cue: "", action, due: "2026-12-01", state, from: null });

const thanks = (seq: number) => row(seq, ada, "appreciation", { words: "Thank you" });

/** What `you` hear when the last row comes in. */
const heard = (you: PersonId, ...rows: readonly Declaration[]) => {
  const at = (count: number) => readPromises(viewLedger(rows.slice(0, count)));
  return newsOfPromises(at(rows.length - 1), at(rows.length), you).map(({ kind, by }) => [
    kind,
    by,
  ]);
};

describe("what is told of the other's promises", () => {
  test("is that they made one, changed it, kept it, let it go, or took it back", () => {
    expect(heard(ada, said(1))).toEqual([["made", sam]]);
    expect(heard(ada, said(1), said(2, "open", "bake"))).toEqual([["changed", sam]]);
    expect(heard(ada, said(1), said(2, "kept"))).toEqual([["kept", sam]]);
    expect(heard(ada, said(1), said(2, "released"))).toEqual([["released", sam]]);
    expect(heard(ada, said(1), row(2, sam, "withdrawal", {}))).toEqual([["gone", sam]]);
  });

  test("is what they said about one's own, and nothing that one has said oneself", () => {
    expect(heard(sam, said(1), thanks(2))).toEqual([["appreciated", ada]]);
    expect(heard(ada, said(1), thanks(2))).toEqual([]);
    expect(heard(sam, said(1), said(2, "kept"))).toEqual([]);
  });

  test("pitfall 12: is nothing while a day goes by without a word", () => {
    const now = readPromises(viewLedger([said(1)]));
    expect(newsOfPromises(now, now, ada)).toEqual([]);
  });
});
