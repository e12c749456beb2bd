import { accounts } from "./accounts.ts";
import { agreements } from "./agreements.ts";
import { asks } from "./asks.ts";
import { calendar } from "./calendar.ts";
import { checkIns } from "./check-ins.ts";
import { exports } from "./exports.ts";
import { goals } from "./goals.ts";
import { ledger } from "./ledger.ts";
import { me } from "./me.ts";
import { needs } from "./needs.ts";
import { observers } from "./observers.ts";
import { problems } from "./problems.ts";
import { promises } from "./promises.ts";
import { shell } from "./shell.ts";
import { spaces } from "./spaces.ts";
import { today } from "./today.ts";
import { ui } from "./ui.ts";
import { workspace } from "./workspace.ts";

/** Everything the product says, in British English. Its shape is what every other locale fills. */
export const dictionary = {
  accounts,
  agreements,
  asks,
  calendar,
  checkIns,
  exports,
  goals,
  ledger,
  me,
  needs,
  observers,
  problems,
  promises,
  shell,
  spaces,
  today,
  ui,
  workspace,
};
