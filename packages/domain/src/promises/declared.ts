import * as v from "valibot";

import { Day } from "../dates.ts";
import { DeclaredWords, SomeWords } from "../ledger/words.ts";
import { Subject } from "../ledger/subjects.ts";

/** `open`: it stands; `kept` and `released`: its maker has ended it, and nobody else can. */
export const promiseStates = ["open", "kept", "released"] as const;
export type PromiseState = (typeof promiseStates)[number];

/**
 * A promise as its maker declares it, in full each time: if `cue`, I will do `action`, by `due`.
 * Another wording or day is a new declaration over the earlier one, which stays readable.
 */
export const PromiseBody = v.object({
  cue: SomeWords,
  action: DeclaredWords,
  due: Day,
  state: v.picklist(promiseStates),
  /** The clause or goal that it comes from, with the words that it had then; or null. */
  from: v.nullable(v.object({ subject: Subject, words: SomeWords })),
});
export type PromiseBody = v.InferOutput<typeof PromiseBody>;
