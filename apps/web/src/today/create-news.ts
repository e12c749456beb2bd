import { type Accessor, createEffect } from "solid-js";

/** A list on the first page, and whether all that was there when the page opened has arrived. */
interface Listed<Item> {
  readonly items: Accessor<readonly Item[]>;
  readonly settled: Accessor<boolean>;
  readonly idOf: (item: Item) => string;
}

/** Tells what has come to a list while the page was open, and not what it found there. */
export function createNews<Item>(
  { items, settled, idOf }: Listed<Item>,
  tell: (item: Item) => void,
): void {
  createEffect(
    (before: { readonly ids: ReadonlySet<string>; readonly settled: boolean }) => {
      const now = items();
      if (before.settled) for (const item of now) if (!before.ids.has(idOf(item))) tell(item);
      return { ids: new Set(now.map(idOf)), settled: settled() };
    },
    { ids: new Set<string>(), settled: false },
  );
}
