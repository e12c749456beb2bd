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
  const space = makeSpaceWords();
  // Into it: copied out of it, its words would be asked for before they are there.
  const text = Object.assign(space.words, dictionary);
  return { locale: "en-GB", text, loadSpaceWords: space.load };
}

/** The words of a space's pages: each part is an error to ask for before they are loaded. */
function makeSpaceWords() {
  let loaded: SpaceDictionary | null = null;
  const words = spaceWords((key) => {
    if (!loaded) throw new Error(`the words of ${key} are not there yet`);
    return loaded[key];
  });
  const load = async (): Promise<void> => {
    loaded ??= (await import("./en/space.ts")).spaceDictionary;
  };
  return { words, load };
}

/** A dictionary each of whose parts is asked for when it is read. */
function spaceWords(
  part: <Key extends keyof SpaceDictionary>(key: Key) => SpaceDictionary[Key],
): SpaceDictionary {
  return {
    get account() {
      return part("account");
    },
    get agreements() {
      return part("agreements");
    },
    get asks() {
      return part("asks");
    },
    get balance() {
      return part("balance");
    },
    get calendar() {
      return part("calendar");
    },
    get checkIns() {
      return part("checkIns");
    },
    get drafts() {
      return part("drafts");
    },
    get exports() {
      return part("exports");
    },
    get goals() {
      return part("goals");
    },
    get help() {
      return part("help");
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
    get notebook() {
      return part("notebook");
    },
    get promises() {
      return part("promises");
    },
    get selfCheck() {
      return part("selfCheck");
    },
    get today() {
      return part("today");
    },
    get workspace() {
      return part("workspace");
    },
  };
}
