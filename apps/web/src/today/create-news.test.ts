import { createRoot, createSignal } from "solid-js";
import { expect, test } from "vitest";

import { createNews } from "./create-news.ts";

test("tells what comes once all is there, and each only once", () => {
  const told: string[] = [];
  const [items, setItems] = createSignal<readonly string[]>([]);
  const [settled, setSettled] = createSignal(false);
  const dispose = createRoot((dispose) => {
    createNews({ items, settled, idOf: (item) => item }, (item) => told.push(item));
    return dispose;
  });
  setItems(["found"]);
  setSettled(true);
  expect(told).toEqual([]);
  setItems(["new", "found"]);
  setItems(["new"]);
  expect(told).toEqual(["new"]);
  setItems(["new", "newer"]);
  expect(told).toEqual(["new", "newer"]);
  dispose();
  setItems(["too late"]);
  expect(told).toHaveLength(2);
});
