/** A partner's place in a space; it gives each their own hue. Observers have none. */
export type Seat = 1 | 2;

/** What the server stamps on everybody's awareness, so that nobody can wear another's name. */
export interface AwarenessUser {
  readonly id: string;
  readonly name: string;
  readonly seat: Seat | null;
  readonly role: "partner" | "observer";
  /** `#rrggbb`, for clients that know no seats. */
  readonly color: string;
}

const colors = { 1: "#b3552e", 2: "#23708a", observer: "#6f6479" } as const;

export const colorOf = (seat: Seat | null): string => colors[seat ?? "observer"];
