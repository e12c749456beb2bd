import type { Databases } from "./device-memory.ts";

/** How long (ms) to wait for another tab to let go of a database. */
const patience = 3_000;

export const browserDatabases = (factory: IDBFactory): Databases => ({
  names: async () => (await factory.databases()).flatMap(({ name }) => name ?? []),
  remove: (name) =>
    new Promise((resolve) => {
      const asked = factory.deleteDatabase(name);
      asked.addEventListener("success", () => resolve());
      asked.addEventListener("error", () => resolve());
      // The browser deletes it as soon as the other tab lets go, which it does once it hears of us.
      asked.addEventListener("blocked", () => setTimeout(resolve, patience));
    }),
});
