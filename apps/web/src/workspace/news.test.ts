import { addNeed, needText, removeNeed, setNeedKind } from "@concord/domain/needs/commands";
import { needsIn } from "@concord/domain/needs/schema";
import { newEntryId } from "@concord/domain/ids";
import { editText } from "@concord/domain/text";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { type News, mergeNews, newsOf, noNews } from "./news.ts";

function listen() {
  const doc = new Y.Doc();
  let news: News = noNews;
  needsIn(doc).observeDeep((events) => {
    news = mergeNews(news, newsOf(needsIn(doc), events));
  });
  const sizes = () => [news.added.size, news.removed.size, news.changed.size];
  return { doc, sizes, forget: () => (news = noNews) };
}

test("typing into a new entry is one entry added, however many keys it took", () => {
  const { doc, sizes } = listen();
  const id = newEntryId();
  addNeed(doc, { id, owner: "ours", kind: "need" });
  const text = needText(doc, id, "text");
  for (const letter of "rest")
    if (text) editText(doc, text, { index: 0, remove: 0, insert: letter });
  expect(sizes()).toEqual([1, 0, 0]);
});

test("an entry that came and went again is no news", () => {
  const { doc, sizes } = listen();
  const id = newEntryId();
  addNeed(doc, { id, owner: "ours", kind: "need" });
  removeNeed(doc, id);
  expect(sizes()).toEqual([0, 0, 0]);
});

test("an entry that changed in two ways changed once", () => {
  const { doc, sizes, forget } = listen();
  const id = newEntryId();
  addNeed(doc, { id, owner: "ours", kind: "need", text: "quiet" });
  forget();
  setNeedKind(doc, id, "desire");
  const text = needText(doc, id, "text");
  if (text) editText(doc, text, { index: 0, remove: 0, insert: "more " });
  expect(sizes()).toEqual([0, 0, 1]);
});

test("an entry that was removed and put back by undo is no news", () => {
  const merged = mergeNews(
    { ...noNews, removed: new Set(["a"]) },
    { ...noNews, added: new Set(["a"]) },
  );
  expect([...merged.added, ...merged.removed, ...merged.changed]).toEqual([]);
});
