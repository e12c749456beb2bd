import { join } from "node:path";

/** Where this repository stands. */
export const root = join(import.meta.dirname, "..");

export const inRoot = (...parts: readonly string[]): string => join(root, ...parts);
