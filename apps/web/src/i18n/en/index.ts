import { accounts } from "./accounts.ts";
import { agreements } from "./agreements.ts";
import { goals } from "./goals.ts";
import { needs } from "./needs.ts";
import { observers } from "./observers.ts";
import { problems } from "./problems.ts";
import { shell } from "./shell.ts";
import { spaces } from "./spaces.ts";
import { ui } from "./ui.ts";
import { workspace } from "./workspace.ts";

/** Everything the product says, in British English. Its shape is what every other locale fills. */
export const dictionary = {
  accounts,
  agreements,
  goals,
  needs,
  observers,
  problems,
  shell,
  spaces,
  ui,
  workspace,
};
