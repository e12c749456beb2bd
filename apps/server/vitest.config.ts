import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Accounts are made with the real, slow hash, on machines that may be busy.
    testTimeout: 30_000,
  },
});
