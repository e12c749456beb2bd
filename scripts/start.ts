import { ensureClient } from "./client.ts";
import { inRoot } from "./paths.ts";

await ensureClient();
// In this very process, so that signals reach the server and its exit code is the command's.
await import(inRoot("apps", "server", "src", "main.ts"));
