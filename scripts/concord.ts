import { inRoot } from "./paths.ts";

// The operator's commands, in this very process, so that its exit code is theirs.
await import(inRoot("apps", "server", "src", "operator", "main.ts"));
