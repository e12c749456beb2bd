import { accounts } from "./accounts.ts";
import { observers } from "./observers.ts";
import { problems } from "./problems.ts";
import { shell } from "./shell.ts";
import { spaces } from "./spaces.ts";
import { ui } from "./ui.ts";

/** What the product says before a space is opened, in British English; `space.ts` has the rest. */
export const dictionary = { accounts, observers, problems, shell, spaces, ui };
