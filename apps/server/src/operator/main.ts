import { readConfig } from "../config.ts";
import { backUp, OperatorError, restore } from "./backup.ts";
import { listUsers } from "./users.ts";

const usage = `Commands:
  backup <folder>    copies all data into a new folder; the server may run meanwhile
  restore <folder>   puts a backup into an empty DATA_DIR; the server must not run
  users              lists accounts: ids and days`;

/** The operator's commands: none of them shows, or opens, what anybody wrote. */
async function run([command, folder]: readonly string[]): Promise<void> {
  const { dataDir } = readConfig(process.env);
  if (command === "backup" && folder) {
    await backUp(dataDir, folder, new Date());
    console.log(`Backed up into ${folder}.`);
  } else if (command === "restore" && folder) {
    await restore(folder, dataDir);
    console.log(`Restored into ${dataDir}. Start the server again.`);
  } else if (command === "users") {
    for (const { id, since } of listUsers(dataDir)) console.log(`${id}  ${since}`);
  } else throw new OperatorError(usage);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof OperatorError ? error.message : error);
  process.exit(2);
}
