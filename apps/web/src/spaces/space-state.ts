import type { PersonId, SpaceId } from "@concord/domain/ids";
import type { Space } from "@concord/domain/spaces/schema";
import { type Accessor, createSignal, onMount } from "solid-js";

import { type Result, type Trouble, mayPass } from "../api/result.ts";
import { useMe } from "../accounts/me-context.ts";
import { fetchSpace } from "./spaces-api.ts";

export type SpaceState =
  | { readonly kind: "asking" }
  | { readonly kind: "open"; readonly space: Space }
  | { readonly kind: "closed" }
  | { readonly kind: "failed"; readonly problem: Trouble };

/** What an answer makes of what was known: a passing trouble never closes what is open. */
export function nextSpaceState(before: SpaceState, answer: Result<Space>): SpaceState {
  if (answer.ok) return { kind: "open", space: answer.value };
  if (before.kind === "open" && mayPass(answer.problem)) return before;
  if (answer.problem === "no-such-space" || answer.problem === "no-such-page") {
    return { kind: "closed" };
  }
  return { kind: "failed", problem: answer.problem };
}

/** A space as the server describes it; while it can't be reached, as this device last saw it. */
export function createSpaceState(
  id: SpaceId,
  person: PersonId,
): { readonly state: Accessor<SpaceState>; readonly refetch: () => Promise<void> } {
  const { me, memory, onChanged } = useMe();
  const known = memory.space(person, id);
  const [state, setState] = createSignal<SpaceState>(
    known ? { kind: "open", space: known } : { kind: "asking" },
  );
  const refetch = async () => {
    const answer = await fetchSpace(id);
    const next = setState((before) => nextSpaceState(before, answer));
    // Nothing is kept for somebody who signed out while the answer was on its way.
    if (me()?.person.id !== person) return;
    if (next.kind === "open") memory.keepSpace(person, next.space);
    if (next.kind === "closed") memory.forgetSpace(person, id);
  };
  onMount(() => void refetch());
  onChanged((space) => {
    if (space === null || space === id) void refetch();
  });
  return { state, refetch };
}
