/** The latest version of a person's box that this device has seen; nothing else is kept here. */
export interface Remembered {
  readonly version: () => number;
  readonly keep: (version: number) => void;
}

/** Under the person, so that it goes with everything else of theirs when they sign out (S1). */
const keyOf = (person: string): string => `concord/${person}/vault`;

/** In the browser's storage; where that is shut, for as long as the page is open. */
export function rememberIn(storage: Storage, person: string): Remembered {
  let known = 0;
  const read = () => {
    try {
      return Number(storage.getItem(keyOf(person)) ?? 0) || 0;
    } catch {
      return 0;
    }
  };
  return {
    version: () => Math.max(known, read()),
    keep(version) {
      known = Math.max(known, version);
      try {
        storage.setItem(keyOf(person), String(known));
      } catch {
        // Shut: it is remembered here.
      }
    },
  };
}
