import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { entryId, personId } from "../testing/replicas.ts";
import { type Assents, readAssents } from "./assents.ts";
import { hashOf } from "./canonical.ts";
import { Declaration } from "./schema.ts";
import { subjectOfEntry } from "./subjects.ts";
import { viewLedger } from "./view.ts";

const maya = personId("maya");
const jonas = personId("jonas");
const subject = subjectOfEntry(`agreement/${entryId("evenings")}`, entryId("clause"));

/** Rows in their order, as the server keeps them. */
function ledgerOf(
  ...rows: readonly { by: string; text?: string; takesBack?: number; day?: string }[]
) {
  return viewLedger(
    rows.map(({ by, text = "", takesBack, day = "2026-11-01" }, at) =>
      v.parse(Declaration, {
        seq: at + 1,
        id: `row-${at + 1}-----`,
        author: by,
        day,
        ...(takesBack === undefined
          ? { kind: "assent", subject, body: { text, hash: hashOf(text), reviewOn: null } }
          : { kind: "withdrawal", subject: `declaration/row-${takesBack}-----`, body: {} }),
      }),
    ),
  );
}

const read = (ledger: ReturnType<typeof ledgerOf>, now: string): Assents =>
  readAssents(ledger, {
    subject,
    owner: "ours",
    current: hashOf(now),
    partners: [maya, jonas],
  });

const authors = (assents: readonly { author: string }[]) => assents.map(({ author }) => author);

describe("an agreement of two", () => {
  test("is in force once both stand by the same words, from the later day on", () => {
    const one = { by: maya, text: "We eat at seven.", day: "2026-11-01" };
    expect(read(ledgerOf(one), "We eat at seven.").inForce).toBeNull();
    const both = ledgerOf(one, { by: jonas, text: "We eat at seven.", day: "2026-11-04" });
    expect(read(both, "We eat at seven.").inForce).toEqual({
      text: "We eat at seven.",
      since: "2026-11-04",
      reviewOn: null,
      isCurrent: true,
    });
  });

  test("is not made by one person who agrees twice, nor by two to different words", () => {
    const twice = ledgerOf({ by: maya, text: "a" }, { by: maya, text: "a" });
    expect(read(twice, "a").inForce).toBeNull();
    const apart = ledgerOf({ by: maya, text: "a" }, { by: jonas, text: "b" });
    expect(read(apart, "b")).toMatchObject({ inForce: null });
    expect(authors(read(apart, "b").agreed)).toEqual([jonas]);
    expect(authors(read(apart, "b").changed)).toEqual([maya]);
  });

  test("an edit shows as changed since each of them agreed, and what was agreed stays readable", () => {
    const both = ledgerOf({ by: maya, text: "at seven" }, { by: jonas, text: "at seven" });
    const after = read(both, "at eight");
    expect(after.agreed).toEqual([]);
    expect(authors(after.changed)).toEqual([maya, jonas]);
    expect(after.inForce).toMatchObject({ text: "at seven", isCurrent: false });
  });

  test("S5 ends as soon as one of them takes it back, and an earlier word does not come back", () => {
    const taken = ledgerOf(
      { by: maya, text: "old" },
      { by: maya, text: "new" },
      { by: jonas, text: "new" },
      { by: maya, takesBack: 2 },
    );
    const now = read(taken, "new");
    expect(now.inForce).toBeNull();
    expect(now.open).toEqual([maya]);
    expect(authors(now.agreed)).toEqual([jonas]);
  });

  test("an edit that was undone is the agreed text again", () => {
    const both = ledgerOf({ by: maya, text: "x" }, { by: jonas, text: "x" });
    expect(read(both, "x").inForce?.isCurrent).toBe(true);
  });

  test("is not in force by one person alone in a space", () => {
    const ledger = ledgerOf({ by: maya, text: "x" });
    const alone = readAssents(ledger, {
      subject,
      owner: "ours",
      current: hashOf("x"),
      partners: [maya],
    });
    expect(alone.inForce).toBeNull();
    expect(authors(alone.agreed)).toEqual([maya]);
  });
});

describe("what belongs to one person", () => {
  test("is affirmed by them alone; nobody else's word counts", () => {
    const ledger = ledgerOf({ by: jonas, text: "boundary" }, { by: maya, text: "boundary" });
    const about = { subject, owner: maya, current: hashOf("boundary"), partners: [maya, jonas] };
    const assents = readAssents(ledger, about);
    expect(assents.asked).toEqual([maya]);
    expect(authors(assents.agreed)).toEqual([maya]);
    expect(assents.inForce?.isCurrent).toBe(true);
  });
});
