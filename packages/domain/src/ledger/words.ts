import * as v from "valibot";

import { cleanWords } from "../clean-words.ts";

/** Words that somebody declares: at least one, kept as they were written but for the ends. */
export const DeclaredWords = v.pipe(
  v.string(),
  v.transform((text) => cleanWords(text).trim()),
  v.minLength(1),
  v.maxLength(2000),
);

/** Words that may be left out. */
export const SomeWords = v.pipe(
  v.string(),
  v.transform((text) => cleanWords(text).trim()),
  v.maxLength(2000),
);
