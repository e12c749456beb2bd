import type { ServerProcess } from "../server-process.ts";

/** Figures of one run, by the name of the metric. */
export type Figures = Readonly<Record<string, number>>;

export interface Ground {
  /** A server that has just been started, on an empty disk. */
  readonly server: ServerProcess;
  /** Stops it and starts it again on the same disk. */
  readonly restart: () => Promise<ServerProcess>;
}

export interface Load {
  readonly name: string;
  /** Rooms that must be there. */
  readonly rooms: number;
  /** Whether it makes sense only for servers that know, or keep, documents. */
  readonly needs: "nothing" | "documents" | "persistence";
  readonly run: (ground: Ground) => Promise<Figures>;
}
