import { createContext, useContext } from "solid-js";

import type { dictionary } from "./en/index.ts";
import type { spaceDictionary } from "./en/space.ts";

type SpaceDictionary = typeof spaceDictionary;

/** All words of the product in one language; where something varies, a function makes the phrase. */
export type Dictionary = typeof dictionary & SpaceDictionary;

interface Language {
  /** BCP 47, for `Intl` and the page's `lang`. */
  readonly locale: string;
  readonly text: Dictionary;
  /** Brings the words of a space's pages; nothing in them is said before. */
  readonly loadSpaceWords: () => Promise<void>;
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

/** Loads the best language for the reader. One for now: another is a folder beside `en`. */
export async function loadLanguage(): Promise<Language> {
  const { dictionary } = await import("./en/index.ts");
  let space: SpaceDictionary | null = null;
  const part = <Key extends keyof SpaceDictionary>(key: Key): SpaceDictionary[Key] => {
    if (!space) throw new Error(`the words of ${key} are not there yet`);
    return space[key];
  };
  const text: Dictionary = {
    ...dictionary,
    get agreements() {
      return part("agreements");
    },
    get asks() {
      return part("asks");
    },
    get calendar() {
      return part("calendar");
    },
    get checkIns() {
      return part("checkIns");
    },
    get exports() {
      return part("exports");
    },
    get goals() {
      return part("goals");
    },
    get ledger() {
      return part("ledger");
    },
    get me() {
      return part("me");
    },
    get needs() {
      return part("needs");
    },
    get promises() {
      return part("promises");
    },
    get today() {
      return part("today");
    },
    get workspace() {
      return part("workspace");
    },
  };
  const loadSpaceWords = async () => {
    space ??= (await import("./en/space.ts")).spaceDictionary;
  };
  return { locale: "en-GB", text, loadSpaceWords };
}
