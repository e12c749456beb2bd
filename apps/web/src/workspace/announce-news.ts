import type { PersonId } from "@concord/domain/ids";
import { ownerOf } from "@concord/domain/rooms";
import { onCleanup } from "solid-js";
import type * as Y from "yjs";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { useAnnouncer } from "./announcer.tsx";
import { type News, mergeNews, newsOf, noNews } from "./news.ts";
import type { OpenDocument } from "./open-document.ts";
import { parseUser } from "./presence.ts";

/** What one of a list's entries, and several of them, are called in a sentence. */
export interface EntryWords {
  readonly one: string;
  readonly many: string;
}

/** How long (ms) it must be quiet before what the other did is said, all in one. */
const pause = 2_000;

/** Tells politely what the others do to a list: how many entries, by whom, never word by word. */
export function announceNews(
  document: OpenDocument,
  entries: Y.Map<unknown>,
  words: EntryWords,
): void {
  const { say } = useAnnouncer();
  const phrases = createPhrases(words);
  const nameOf = createAuthors(document);
  const waiting = new Map<string, News>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    for (const [who, news] of waiting) for (const phrase of phrases(who, news)) say(phrase);
    waiting.clear();
  };
  const follow = (
    events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
    transaction: Y.Transaction,
  ) => {
    const who = transaction.local || !document.synced() ? null : nameOf(transaction);
    if (who === null) return;
    waiting.set(who, mergeNews(waiting.get(who) ?? noNews, newsOf(entries, events)));
    clearTimeout(timer);
    timer = setTimeout(tell, pause);
  };
  entries.observeDeep(follow);
  onCleanup(() => {
    entries.unobserveDeep(follow);
    clearTimeout(timer);
  });
}

function createPhrases({ one, many }: EntryWords): (who: string, news: News) => readonly string[] {
  const { remote } = useText().workspace;
  return (who, news) =>
    (["added", "removed", "changed"] as const).flatMap((what) =>
      news[what].size > 0 ? [remote[what](who, news[what].size, one, many)] : [],
    );
}

/**
 * Whose a change is: by its client id while they are here, else the other partner's; its owner's
 * where nobody else writes.
 */
function createAuthors(document: OpenDocument): (transaction: Y.Transaction) => string | null {
  const text = useText();
  const { space } = useSpace();
  const ownersName = (id: PersonId) =>
    space().partners.find((partner) => partner.id === id)?.name ?? text.workspace.theOther;
  const owner = ownerOf(document.room.path);
  return ({ beforeState, afterState }) => {
    if (owner !== null) return owner === space().you.id ? null : ownersName(owner);
    const clients = [...afterState].filter(([id, clock]) => clock > (beforeState.get(id) ?? 0));
    const users = clients.map(([id]) =>
      parseUser(document.awareness.getStates().get(id)?.["user"]),
    );
    const { id: self, role } = space().you;
    const other = users.find((user) => user !== null && user.id !== self);
    if (other) return other.name;
    if (users.some((user) => user?.id === self)) return null;
    const partner = role === "partner" && space().partners.find(({ id }) => id !== self);
    return partner ? partner.name : text.workspace.theOther;
  };
}
