import { createEffect, createMemo, createRoot, mapArray } from "solid-js";
import { createStore } from "solid-js/store";
import { expect, test } from "vitest";

import { createSortedEntries } from "./sorted.ts";

function listOf(...orders: number[]) {
  return createRoot((dispose) => {
    const entries = orders.map((order, at) => createStore({ id: at, order, text: "" }));
    const items = entries.map(([item]) => item);
    const sorted = createSortedEntries(() => items.toSorted((a, b) => a.order - b.order));
    let runs = 0;
    let drawn = 0;
    const rows = createMemo(mapArray(sorted, (item) => ({ row: (drawn += 1), id: item.id })));
    createEffect(() => {
      rows();
      runs += 1;
    });
    const place = (id: number, order: number): void => entries[id]?.[1]("order", order);
    return { rows, place, runs: () => runs, drawn: () => drawn, dispose };
  });
}

test("rows move with their entries and are not drawn anew", () => {
  const list = listOf(1, 2, 3);
  const [first, second, third] = list.rows();
  list.place(0, 9);
  expect(list.rows()).toEqual([second, third, first]);
  expect(list.rows()[2]).toBe(first);
  expect(list.drawn()).toBe(3);
  list.dispose();
});

test("the list rests while keys change and the order does not", () => {
  const list = listOf(1, 2, 3);
  list.place(1, 2.5);
  expect(list.runs()).toBe(1);
  list.place(1, 4);
  expect(list.runs()).toBe(2);
  list.dispose();
});
