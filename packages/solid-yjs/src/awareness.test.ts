import { createEffect, createRoot } from "solid-js";
import { expect, test } from "vitest";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";

import { type AwarenessState, createAwarenessStates } from "./awareness.ts";

function makeAwareness(client: number): Awareness {
  const doc = new Y.Doc();
  doc.clientID = client;
  return new Awareness(doc);
}

const send = (from: Awareness, to: Awareness): void =>
  applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), "test");

test("shows the others, as they come, change and go, and not oneself", () => {
  const mine = makeAwareness(1);
  const theirs = makeAwareness(2);
  theirs.setLocalState({ user: { name: "Sam" } });
  mine.setLocalState({ user: { name: "Alex" } });
  send(theirs, mine);
  const [states, dispose] = createRoot((end) => [createAwarenessStates(mine), end]);
  expect(states).toEqual({ 2: { user: { name: "Sam" } } });
  theirs.setLocalStateField("cursor", { at: 3 });
  send(theirs, mine);
  expect(states).toEqual({ 2: { user: { name: "Sam" }, cursor: { at: 3 } } });
  theirs.setLocalState(null);
  send(theirs, mine);
  expect(states).toEqual({});
  dispose();
  mine.destroy();
  theirs.destroy();
});

test("a cursor that moves does not disturb what shows the name", () => {
  const mine = makeAwareness(1);
  const theirs = makeAwareness(2);
  theirs.setLocalState({ user: { name: "Sam" }, cursor: { at: 0 } });
  send(theirs, mine);
  const names: unknown[] = [];
  const cursors: unknown[] = [];
  const dispose = createRoot((end) => {
    const states = createAwarenessStates(mine);
    createEffect(() => names.push(read(states, "user", "name")));
    createEffect(() => cursors.push(read(states, "cursor", "at")));
    return end;
  });
  theirs.setLocalStateField("cursor", { at: 1 });
  send(theirs, mine);
  expect(names).toEqual(["Sam"]);
  expect(cursors).toEqual([0, 1]);
  expect(mine.getStates().get(2)).toEqual({ user: { name: "Sam" }, cursor: { at: 1 } });
  dispose();
  theirs.setLocalStateField("cursor", { at: 2 });
  send(theirs, mine);
  expect(cursors).toEqual([0, 1]);
  mine.destroy();
  theirs.destroy();
});

function read(
  states: Readonly<Record<string, AwarenessState>>,
  key: string,
  name: string,
): unknown {
  const value = states["2"]?.[key];
  return typeof value === "object" && value !== null && name in value
    ? Object.entries(value).find(([other]) => other === name)?.[1]
    : undefined;
}
