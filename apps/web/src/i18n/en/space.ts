import { account } from "./account.ts";
import { agreements } from "./agreements.ts";
import { asks } from "./asks.ts";
import { balance } from "./balance.ts";
import { calendar } from "./calendar.ts";
import { checkIns } from "./check-ins.ts";
import { drafts } from "./drafts.ts";
import { exports } from "./exports.ts";
import { goals } from "./goals.ts";
import { help } from "./help.ts";
import { ledger } from "./ledger.ts";
import { me } from "./me.ts";
import { needs } from "./needs.ts";
import { notebook } from "./notebook.ts";
import { promises } from "./promises.ts";
import { selfCheck } from "./self-check.ts";
import { today } from "./today.ts";
import { workspace } from "./workspace.ts";

/** What the pages of a space say: loaded with them, since the first page must be small. */
export const spaceDictionary = {
  account,
  agreements,
  asks,
  balance,
  calendar,
  checkIns,
  drafts,
  exports,
  goals,
  help,
  ledger,
  me,
  needs,
  notebook,
  promises,
  selfCheck,
  today,
  workspace,
};
