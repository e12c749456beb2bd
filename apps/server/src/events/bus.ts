import type { PersonId, SpaceId } from "@concord/domain/ids";

/** `changed`: who is in a space, or may look on; `declared`: something in its ledger. */
export type ChangeKind = "changed" | "declared";

/**
 * Tells people's open pages that something about a space of theirs has changed. It carries no
 * content: the page asks again, and is answered as its person may be answered.
 */
export interface ChangeBus {
  publish(space: SpaceId, people: readonly PersonId[], kind: ChangeKind): void;
  /** Ends, through `onEnd`, with the session. The returned function unsubscribes. */
  subscribe(subscription: Subscription): () => void;
  endSession(session: string): void;
  stop(): void;
}

interface Subscription {
  readonly person: PersonId;
  readonly session: string;
  readonly onChange: (space: SpaceId, kind: ChangeKind) => void;
  /** `signed-out`: the session is over; else the server stops. */
  readonly onEnd: (why: "signed-out" | "stopping") => void;
}

/** The bus within one process. */
export function makeChangeBus(): ChangeBus {
  const subscriptions = new Set<Subscription>();
  const end = (
    why: Parameters<Subscription["onEnd"]>[0],
    ends: (subscription: Subscription) => boolean,
  ) => {
    for (const subscription of [...subscriptions].filter(ends)) {
      subscriptions.delete(subscription);
      subscription.onEnd(why);
    }
  };
  return {
    publish(space, people, kind) {
      for (const subscription of subscriptions)
        if (people.includes(subscription.person)) subscription.onChange(space, kind);
    },
    subscribe(subscription) {
      subscriptions.add(subscription);
      return () => subscriptions.delete(subscription);
    },
    endSession: (session) => end("signed-out", (subscription) => subscription.session === session),
    stop: () => end("stopping", () => true),
  };
}
