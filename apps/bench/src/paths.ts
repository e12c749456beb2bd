import { fileURLToPath } from "node:url";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const peersDir = here("../peers/");
export const serversDir = here("servers/");
export const root = here("../../../");
/** Recordings of real writing, not part of this repository; e2e replays one of them too. */
export const tracesDir = process.env["TRACES_DIR"] ?? here("../../../../shared/traces/");
