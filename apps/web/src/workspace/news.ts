import type * as Y from "yjs";

/** What a change that came from elsewhere did to a list: which entries, never which words. */
export interface News {
  readonly added: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
}

/** What happened until now and what happened since, as one. */
export function mergeNews(before: News, since: News): News {
  const added = new Set([...before.added, ...since.added]);
  const removed = new Set([...before.removed, ...since.removed]);
  // What came and went, or went and came back, is as it was.
  for (const id of [...added].filter((id) => removed.has(id))) {
    added.delete(id);
    removed.delete(id);
  }
  const changed = [...before.changed, ...since.changed];
  return {
    added,
    removed,
    changed: new Set(changed.filter((id) => !added.has(id) && !removed.has(id))),
  };
}

export const noNews: News = { added: new Set(), removed: new Set(), changed: new Set() };

/** What the events of one transaction, observed deeply on a list's map, did to its entries. */
export function newsOf(
  entries: Y.Map<unknown>,
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
): News {
  const added = new Set<string>();
  const removed = new Set<string>();
  const changed = new Set<string>();
  for (const event of events) {
    const [id] = event.path;
    if (typeof id === "string") changed.add(id);
    if (event.target !== entries) continue;
    for (const [key, { action }] of event.keys) {
      if (action === "delete") removed.add(key);
      else added.add(key);
    }
  }
  return mergeNews(noNews, { added, removed, changed });
}
