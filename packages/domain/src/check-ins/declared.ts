import * as v from "valibot";

import { SomeWords } from "../ledger/words.ts";

/** What both see of an answer once both are in. Any part can be left empty. */
export const CheckInAnswer = v.object({
  appreciation: SomeWords,
  issue: SomeWords,
  help: SomeWords,
});
export type CheckInAnswer = v.InferOutput<typeof CheckInAnswer>;
