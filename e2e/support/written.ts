import { Me } from "@concord/domain/accounts/schema";
import { addAgreement } from "@concord/domain/agreements/index-commands";
import { addClause } from "@concord/domain/agreements/commands";
import { agreementTitle } from "@concord/domain/agreements/schema";
import { parseDay } from "@concord/domain/dates";
import { addGoal } from "@concord/domain/goals/commands";
import { addStep } from "@concord/domain/goals/step-commands";
import type { Progress } from "@concord/domain/goals/schema";
import { type EntryId, newEntryId, type PersonId } from "@concord/domain/ids";
import { addNeed, type NewNeed } from "@concord/domain/needs/commands";
import { ownGoalsOf } from "@concord/domain/rooms";
import * as Y from "yjs";

import type { Couple, Person } from "./person.ts";
import { connect, synced } from "./provider.ts";

/** Writes in a room as somebody, from another device of theirs; resolves once it has been sent. */
export async function writeAs(
  origin: string,
  person: Person,
  room: string,
  write: (doc: Y.Doc) => void,
): Promise<void> {
  const doc = new Y.Doc();
  const { provider, waiting } = connect(doc, { origin, room, cookie: person.cookie });
  await synced(provider);
  write(doc);
  while (waiting() > 0) await new Promise((resolve) => setImmediate(resolve));
  provider.destroy();
}

/** What somebody who has never been in the room finds there. */
export async function readAs(origin: string, person: Person, room: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const { provider } = connect(doc, { origin, room, cookie: person.cookie });
  await synced(provider);
  provider.destroy();
  return doc;
}

/** Needs of these words, in this order. */
export const writeNeeds = (
  origin: string,
  { space, ada }: Couple,
  texts: readonly string[],
): Promise<void> =>
  writeAs(origin, ada, `${space}/needs`, (doc) => {
    for (const text of texts) addNeed(doc, { id: newEntryId(), owner: "ours", kind: "need", text });
  });

/** Needs, each of one person or of both, in this order. */
export async function writeNeedsOf(
  origin: string,
  { space, ada }: Couple,
  ...needs: readonly (Omit<NewNeed, "id" | "owner"> & { readonly of: Person | "ours" })[]
): Promise<void> {
  const all: NewNeed[] = [];
  for (const { of, ...need } of needs) {
    const owner = of === "ours" ? of : (await of.ask(Me, "GET", "/api/me")).person.id;
    all.push({ ...need, id: newEntryId(), owner });
  }
  await writeAs(origin, ada, `${space}/needs`, (doc) => {
    for (const need of all) addNeed(doc, need);
  });
}

export const writeGoal = (origin: string, { space, ada }: Couple): Promise<void> =>
  writeAs(origin, ada, `${space}/goals`, (doc) => {
    const id = newEntryId();
    addGoal(doc, {
      id,
      owner: "ours",
      title: "A walk every week",
      why: "We talk best side by side",
    });
    addStep(doc, id, {
      id: newEntryId(),
      cue: "it is Sunday after breakfast",
      action: "we put our boots on",
      obstacle: "rain",
      nextDate: parseDay("2027-01-10"),
    });
  });

/** A goal of somebody's own, in their own document. */
export async function writeOwnGoal(
  origin: string,
  { space }: Couple,
  person: Person,
  goal: { readonly title: string; readonly progress?: Progress; readonly celebration?: string },
): Promise<PersonId> {
  const { id: owner } = (await person.ask(Me, "GET", "/api/me")).person;
  await writeAs(origin, person, `${space}/${ownGoalsOf(owner)}`, (doc) => {
    const id = newEntryId();
    addGoal(doc, { id, owner, backing: "help", why: "For the joy of it", ...goal });
    addStep(doc, id, { id: newEntryId(), cue: "it is Monday", action: "I begin" });
  });
  return owner;
}

/** An agreement with one clause for each text; resolves to its id. */
export async function writeAgreement(
  origin: string,
  { space, ada }: Couple,
  title: string,
  clauses: readonly string[],
): Promise<EntryId> {
  const id = newEntryId();
  const createdOn = parseDay("2026-11-01");
  if (createdOn === null) throw new Error("not a day");
  await writeAs(origin, ada, `${space}/agreements`, (doc) =>
    addAgreement(doc, { id, title, createdOn }),
  );
  await writeAs(origin, ada, `${space}/agreement/${id}`, (doc) => {
    agreementTitle(doc).insert(0, title);
    for (const text of clauses)
      addClause(doc, { id: newEntryId(), content: [{ type: "paragraph", runs: [text] }] });
  });
  return id;
}
