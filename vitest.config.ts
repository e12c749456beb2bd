import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      "packages/domain",
      "packages/sync",
      "packages/solid-yjs/vitest.config.ts",
      "apps/server",
      "apps/web/vitest.config.ts",
    ],
  },
});
