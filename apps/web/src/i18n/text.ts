import { createContext, useContext } from "solid-js";

import type { dictionary } from "./en/index.ts";

/** All words of the product in one language; where something varies, a function makes the phrase. */
export type Dictionary = typeof dictionary;

interface Language {
  /** BCP 47, for `Intl` and the page's `lang`. */
  readonly locale: string;
  readonly text: Dictionary;
}

const LanguageContext = createContext<Language>();

export const LanguageProvider = LanguageContext.Provider;

/** The words of the page's language; it doesn't change while the page is open. */
export function useText(): Dictionary {
  return useLanguage().text;
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error("useText outside of LanguageProvider");
  return language;
}

/** Loads the best language for the reader. One for now: another is a file beside `en`. */
export async function loadLanguage(): Promise<Language> {
  const { dictionary } = await import("./en/index.ts");
  return { locale: "en-GB", text: dictionary };
}
