import { createRoot } from "solid-js";
import { expect, test } from "vitest";

import { makeQuickExit } from "./quick-exit.ts";

function leaving() {
  const done: string[] = [];
  const exit = makeQuickExit({
    clear: () => done.push("clear"),
    replace: () => done.push("replace"),
  });
  return { done, exit };
}

test("S15 the view goes before anything else, then what is open, then the page", () => {
  const { done, exit } = leaving();
  createRoot(() => {
    exit.onExit(() => done.push("documents"));
    exit.onExit(() => done.push("vault"));
  });
  exit.go();
  expect(done).toEqual(["clear", "documents", "vault", "replace"]);
});

test("S15 the page is left though something cannot be closed", () => {
  const { done, exit } = leaving();
  createRoot(() => {
    exit.onExit(() => {
      throw new Error("stuck");
    });
    exit.onExit(() => done.push("vault"));
  });
  exit.go();
  expect(done).toEqual(["clear", "vault", "replace"]);
});

test("S15 what has closed by itself is not closed again", () => {
  const { done, exit } = leaving();
  const dispose = createRoot((dispose) => {
    exit.onExit(() => done.push("documents"));
    return dispose;
  });
  dispose();
  exit.go();
  expect(done).toEqual(["clear", "replace"]);
});
