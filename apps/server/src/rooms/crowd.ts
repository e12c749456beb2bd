import { Tally } from "@concord/sync/engine/tally";

import { isThisMachine } from "../http/client-address.ts";

/** How many come in by one door (SPEC L9). */
export interface DoorLimits {
  readonly perAddress: number;
  /** Those whose admission is still being decided: of one address, and of all together. */
  readonly undecidedPerAddress: number;
  readonly undecided: number;
}

export const defaultDoorLimits: DoorLimits = {
  perAddress: 1000,
  undecidedPerAddress: 100,
  undecided: 2000,
};

/** Somebody at the door. */
export interface Guest {
  /** To be called once their admission is decided. */
  readonly decided: () => void;
  /** Gives what to call once their connection has ended, or null where their address has enough. */
  readonly connected: () => (() => void) | null;
}

export interface Crowd {
  /** Null where too many of this address are undecided. */
  arrive(address: string): Guest | null;
}

const uncounted = (): (() => void) => () => undefined;

/**
 * Counts by address. This machine is not counted: behind its address are the operator, or all
 * people, where they come through a proxy that nobody has declared.
 */
export function makeCrowd(limits: DoorLimits): Crowd {
  const undecided = new Tally(limits.undecidedPerAddress);
  const connected = new Tally(limits.perAddress);
  return {
    arrive(address) {
      if (isThisMachine(address)) return { decided: uncounted(), connected: uncounted };
      const decided = undecided.take(address);
      return decided && { decided, connected: () => connected.take(address) };
    },
  };
}
