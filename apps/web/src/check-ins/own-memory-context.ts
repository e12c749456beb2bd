import { useSpace } from "../spaces/space-context.ts";
import { type OwnMemory, makeOwnMemory } from "./own-memory.ts";

/** What this device keeps for whoever is here. The pages of another person are other pages. */
export function useOwnMemory(): OwnMemory {
  const { space } = useSpace();
  return makeOwnMemory(space().you.id, window.localStorage, window.sessionStorage);
}
