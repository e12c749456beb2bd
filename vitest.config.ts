import { defineConfig } from "vitest/config";

const node = (name: string, include: readonly string[]) => ({
  test: { name, include: [...include], environment: "node" },
});

export default defineConfig({
  test: {
    projects: [
      "packages/domain",
      "packages/sync",
      "packages/solid-yjs/vitest.config.ts",
      "apps/server",
      "apps/bench",
      "apps/web/vitest.config.ts",
      node("scripts", ["scripts/**/*.test.ts"]),
      node("e2e", ["e2e/**/*.test.ts"]),
    ],
  },
});
