import { defineConfig } from "vitest/config";
import solid from "vite-plugin-solid";

// Node's environment with Solid's browser build: otherwise its server build is resolved and
// effects never run.
export default defineConfig({
  plugins: [solid({ hot: false })],
  test: { name: "solid-yjs", environment: "node", include: ["src/**/*.test.ts"] },
  resolve: { conditions: ["browser", "development"] },
});
