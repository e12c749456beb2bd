import { ensureClient } from "./client.ts";
import { inRoot } from "./paths.ts";

await ensureClient();
await import(inRoot("apps", "server", "src", "demo", "main.ts"));
