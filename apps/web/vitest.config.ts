import { defineConfig } from "vitest/config";
import icons from "unplugin-icons/vite";
import solid from "vite-plugin-solid";

// Node's environment with Solid's browser build: otherwise its server build is resolved and
// effects never run.
export default defineConfig({
  plugins: [solid({ hot: false }), icons({ compiler: "solid" })],
  test: {
    name: "web",
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
  },
  resolve: { conditions: ["browser", "development"] },
});
