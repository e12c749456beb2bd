import * as v from "valibot";
import { describe, expect, test } from "vitest";

import type { Owner } from "../owners.ts";
import { entryId, personId } from "../testing/replicas.ts";
import { readAssents } from "./assents.ts";
import { hashOf } from "./canonical.ts";
import { Declaration } from "./schema.ts";
import { subjectOfEntry } from "./subjects.ts";
import { viewLedger } from "./view.ts";

const maya = personId("maya");
const jonas = personId("jonas");
const subject = subjectOfEntry("needs", entryId("phones"));
const words = "boundary: No arguing by text";

const assent = (by: string, owner: Owner, seq = 1) =>
  v.parse(Declaration, {
    seq,
    id: `row-${seq}-----`,
    author: by,
    kind: "assent",
    subject,
    body: { text: words, hash: hashOf(words), reviewOn: null, owner },
    day: "2026-11-01",
  });

function read(rows: readonly Declaration[], owner: Owner, partners = [maya, jonas]) {
  const about = { subject, owner, current: hashOf(words), partners };
  const { agreed, changed, inForce, open } = readAssents(viewLedger(rows), about);
  const authors = (all: readonly { author: string }[]) => all.map(({ author }) => author);
  return { agreed: authors(agreed), changed: authors(changed), inForce, open };
}

describe("whose words they were", () => {
  test("S4 what somebody affirmed as their own is not their agreement once it is made both's", () => {
    const now = read([assent(maya, maya), assent(jonas, "ours", 2)], "ours");
    expect(now).toMatchObject({ agreed: [jonas], changed: [maya], inForce: null });
  });

  test("S4 it does not vanish when it is given to the other: it shows as changed", () => {
    const now = read([assent(maya, maya)], jonas);
    expect(now).toMatchObject({ agreed: [], changed: [maya], inForce: null, open: [jonas] });
  });

  test("what both agreed to is nobody's own word", () => {
    const now = read([assent(maya, "ours"), assent(jonas, "ours", 2)], maya);
    expect(now).toMatchObject({ agreed: [], changed: [maya, jonas], inForce: null });
  });

  test("given back to whose it was, it is affirmed as it was", () => {
    expect(read([assent(maya, maya)], maya)).toMatchObject({ agreed: [maya], changed: [] });
  });

  test("S19 one partner alone affirms what is theirs, and it holds", () => {
    const alone = read([assent(maya, maya)], maya, [maya]);
    expect(alone).toMatchObject({ agreed: [maya], inForce: { isCurrent: true } });
  });
});
