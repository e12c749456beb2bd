import type { PersonId } from "@concord/domain/ids";
import type { PromiseView } from "@concord/domain/promises/view";

/** Something that another person has just said in the ledger about a promise. */
export type PromiseNews =
  | {
      readonly kind: "made" | "changed" | "kept" | "released" | "gone";
      readonly by: PersonId;
      readonly promise: PromiseView;
    }
  | { readonly kind: "appreciated"; readonly by: PersonId; readonly words: string };

/** What the others have said between two states of the ledger; never that a day went by. */
export function newsOfPromises(
  before: readonly PromiseView[],
  now: readonly PromiseView[],
  you: PersonId,
): readonly PromiseNews[] {
  const known = new Map(before.map((promise) => [promise.id, promise]));
  const still = new Set(now.map(({ id }) => id));
  const said = now.flatMap((promise) => [
    ...about(known.get(promise.id), promise),
    ...appreciated(known.get(promise.id), promise),
  ]);
  const gone = before
    .filter(({ id }) => !still.has(id))
    .map((promise) => ({ kind: "gone" as const, by: promise.author, promise }));
  return [...said, ...gone].filter(({ by }) => by !== you);
}

function about(before: PromiseView | undefined, promise: PromiseView): readonly PromiseNews[] {
  if (before?.declaration === promise.declaration) return [];
  const by = promise.author;
  if (promise.state !== "open") return [{ kind: promise.state, by, promise }];
  return [{ kind: before ? "changed" : "made", by, promise }];
}

function appreciated(before: PromiseView | undefined, now: PromiseView): readonly PromiseNews[] {
  const known = new Set(before?.appreciations.map(({ id }) => id));
  return now.appreciations
    .filter(({ id }) => !known.has(id))
    .map(({ author, words }) => ({ kind: "appreciated", by: author, words }));
}
