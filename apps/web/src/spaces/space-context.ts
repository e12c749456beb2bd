import type { Space } from "@concord/domain/spaces/schema";
import { type Accessor, createContext, useContext } from "solid-js";

export interface OpenSpace {
  /** The space as the server last described it; follows the server's events. */
  readonly space: Accessor<Space>;
  readonly refetch: () => void;
}

const SpaceContext = createContext<OpenSpace>();

export const SpaceProvider = SpaceContext.Provider;

export function useSpace(): OpenSpace {
  const open = useContext(SpaceContext);
  if (!open) throw new Error("useSpace outside of a space's pages");
  return open;
}
