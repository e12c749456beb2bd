import { batch, onCleanup } from "solid-js";
import { createStore, produce, reconcile } from "solid-js/store";
import type { Awareness } from "y-protocols/awareness";

/** What one connection says about itself. Nobody has checked it. */
export interface AwarenessState {
  readonly [key: string]: unknown;
}

interface Change {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/** The others' states by client id; one's own is left out. One change is one batch. */
export function createAwarenessStates(
  awareness: Awareness,
): Readonly<Record<string, AwarenessState>> {
  const [states, setStates] = createStore<Record<string, AwarenessState>>({});
  const put = (client: number): void => {
    const state = awareness.getStates().get(client);
    if (client !== awareness.clientID && state) setStates(String(client), reconcile(copyOf(state)));
  };
  const follow = ({ added, updated, removed }: Change): void =>
    batch(() => {
      for (const client of [...added, ...updated]) put(client);
      setStates(
        produce((draft) => {
          for (const client of removed) delete draft[String(client)];
        }),
      );
    });
  follow({ added: [...awareness.getStates().keys()], updated: [], removed: [] });
  awareness.on("change", follow);
  onCleanup(() => awareness.off("change", follow));
  return states;
}

/** A copy, for the store writes into what it is given. States are JSON. */
const copyOf = (state: AwarenessState): AwarenessState => structuredClone(state);
