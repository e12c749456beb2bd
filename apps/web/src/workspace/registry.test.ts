import { describe, expect, test } from "vitest";

import { makeRegistry } from "./registry.ts";

function setUp() {
  const opened: string[] = [];
  const closed: string[] = [];
  const watched: string[] = [];
  const replaced = new Set<object>();
  const waiting = new Map<string, () => void>();
  const registry = makeRegistry<string, { readonly name: string }>({
    nameOf: (key) => key,
    open: (name) => {
      opened.push(name);
      return { name };
    },
    close: ({ name }) => closed.push(name),
    isReplaced: (value) => replaced.has(value),
    watched: ({ name }, on) => watched.push(`${name} ${on}`),
    whenSettled: ({ name }, then) => {
      waiting.set(name, then);
      return () => waiting.delete(name);
    },
  });
  const settle = (name: string) => waiting.get(name)?.();
  return { registry, opened, closed, watched, waiting, settle, replaced };
}

describe("the documents of a page", () => {
  test("two who ask for the same room share one", () => {
    const { registry, opened } = setUp();
    expect(registry.open("needs").value).toBe(registry.open("needs").value);
    expect(opened).toEqual(["needs"]);
  });

  test("a room closes when the last has left and everything is with the server", () => {
    const { registry, closed, settle } = setUp();
    const [one, two] = [registry.open("needs"), registry.open("needs")];
    one.release();
    settle("needs");
    expect(closed).toEqual([]);
    two.release();
    expect(closed).toEqual([]);
    settle("needs");
    expect(closed).toEqual(["needs"]);
  });

  test("giving back twice counts once", () => {
    const { registry, waiting } = setUp();
    const one = registry.open("needs");
    registry.open("needs");
    one.release();
    one.release();
    expect(waiting.has("needs")).toBe(false);
  });

  test("who comes back before that finds the same document, watched again", () => {
    const { registry, opened, watched, waiting } = setUp();
    registry.open("needs").release();
    registry.open("needs");
    expect(opened).toEqual(["needs"]);
    expect(watched).toEqual(["needs false", "needs true"]);
    expect(waiting.has("needs")).toBe(false);
  });

  test("S8 who only glances at a room is not there, and takes nobody away who is", () => {
    const { registry, opened, watched, settle, closed } = setUp();
    const glance = registry.open("needs", "glance");
    expect(watched).toEqual(["needs false"]);
    const page = registry.open("needs");
    expect(watched).toEqual(["needs false", "needs true"]);
    registry.open("needs", "glance").release();
    expect(watched).toHaveLength(2);
    page.release();
    expect(watched).toEqual(["needs false", "needs true", "needs false"]);
    settle("needs");
    expect(closed).toEqual([]);
    glance.release();
    settle("needs");
    expect([opened, closed]).toEqual([["needs"], ["needs"]]);
    expect(watched).toHaveLength(3);
  });

  test("one that was replaced is given to nobody any more, and closes with the last who has it", () => {
    const { registry, opened, closed, replaced, settle } = setUp();
    const [one, two] = [registry.open("needs"), registry.open("needs")];
    replaced.add(one.value);
    one.release();
    const again = registry.open("needs");
    expect(again.value).not.toBe(one.value);
    expect(registry.open("needs").value).toBe(again.value);
    expect(closed).toEqual([]);
    two.release();
    settle("needs");
    expect(closed).toEqual(["needs"]);
    registry.closeAll();
    expect(closed).toEqual(["needs", "needs"]);
    expect(opened).toEqual(["needs", "needs"]);
  });

  test("closing all leaves nothing open, and what is given back later does nothing", () => {
    const { registry, closed, opened } = setUp();
    const needs = registry.open("needs");
    registry.open("goals").release();
    registry.closeAll();
    expect(closed).toEqual(["needs", "goals"]);
    needs.release();
    registry.open("needs");
    expect(closed).toEqual(["needs", "goals"]);
    expect(opened).toEqual(["needs", "goals", "needs"]);
  });
});
