import { type PromiseView, readPromises } from "@concord/domain/promises/view";
import { type Accessor, createEffect, createMemo, on } from "solid-js";

import { useLedger } from "../ledger/ledger-context.ts";
import { useAnnouncer } from "../workspace/announcer.tsx";
import { type PromiseNews, newsOfPromises } from "./promise-news.ts";
import { createPromiseWords } from "./promise-words.ts";

/**
 * The promises of the space as they stand. What the other has just promised, marked or said is
 * told to who cannot see it happen.
 */
export function createPromises(): Accessor<readonly PromiseView[]> {
  const { view, known } = useLedger();
  const { say } = useAnnouncer();
  const { text, you, nameOf, sentence } = createPromiseWords();
  const inWords = (news: PromiseNews): string => {
    const who = nameOf(news.by);
    if (news.kind === "appreciated") return text.news.appreciated(who, news.words);
    return text.news[news.kind](who, sentence(news.promise));
  };
  const promises = createMemo(() => readPromises(view()));
  createEffect(
    on(promises, (now, before) => {
      if (!before || !known()) return;
      for (const news of newsOfPromises(before, now, you())) say(inWords(news));
    }),
  );
  return promises;
}
