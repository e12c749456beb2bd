/** A share in something that is open: whoever has it gives it back once. */
export interface Lease<Value> {
  readonly value: Value;
  readonly release: () => void;
}

/** A glance has a share in something without counting as looking at it. */
export type Look = "watch" | "glance";

export interface Registry<Key, Value> {
  readonly open: (key: Key, how?: Look) => Lease<Value>;
  /** Closes all at once, whoever still has a share. */
  readonly closeAll: () => void;
}

interface RegistryOptions<Key, Value> {
  readonly nameOf: (key: Key) => string;
  readonly open: (key: Key) => Value;
  readonly close: (value: Value) => void;
  /** Another has taken its place: whoever asks from now on is given that. */
  readonly isReplaced: (value: Value) => boolean;
  /** Told that nobody looks at it any more, or that somebody does again. */
  readonly watched: (value: Value, watched: boolean) => void;
  /** Calls back, once, when the value has nothing left to send; the result cancels that. */
  readonly whenSettled: (value: Value, then: () => void) => () => void;
}

interface Held<Value> {
  readonly value: Value;
  shares: number;
  /** Those of the shares that are no glances. */
  watching: number;
  /** What was told last; what has just been opened counts as watched. */
  isWatched: boolean;
  isClosed: boolean;
  cancel: () => void;
}

/**
 * Opens a thing once for all who ask for it by the same name. When the last has given it back it
 * stays open, unwatched, until it has nothing left to send: who writes offline and turns to
 * another page must find their words with the server once the connection is back.
 */
export function makeRegistry<Key, Value>(
  options: RegistryOptions<Key, Value>,
): Registry<Key, Value> {
  const held = new Map<string, Held<Value>>();

  const forget = (name: string, entry: Held<Value>) => {
    if (entry.isClosed) return;
    entry.isClosed = true;
    if (held.get(name) === entry) held.delete(name);
    options.close(entry.value);
  };

  const take = (name: string, key: Key): Held<Value> => {
    const known = held.get(name);
    if (known && !options.isReplaced(known.value)) {
      known.cancel();
      return known;
    }
    const value = options.open(key);
    const made = { value, shares: 0, watching: 0, isWatched: true, isClosed: false };
    const entry = { ...made, cancel: () => {} };
    held.set(name, entry);
    return entry;
  };

  const share = (entry: Held<Value>, how: Look, by: 1 | -1) => {
    if (countShare(entry, how, by)) options.watched(entry.value, entry.isWatched);
  };

  const giveBack = (name: string, entry: Held<Value>) => {
    if (entry.shares > 0 || entry.isClosed) return;
    entry.cancel = options.whenSettled(entry.value, () => forget(name, entry));
  };

  return {
    open: (key, how = "watch") => {
      const name = options.nameOf(key);
      const entry = take(name, key);
      share(entry, how, 1);
      let mine = true;
      return {
        value: entry.value,
        release: () => {
          if (!mine) return;
          mine = false;
          share(entry, how, -1);
          giveBack(name, entry);
        },
      };
    },
    closeAll: () => {
      for (const [name, entry] of held) {
        entry.cancel();
        forget(name, entry);
      }
    },
  };
}

/** Counts a share in or out; whether somebody looks at it is another matter now. */
function countShare(entry: Held<unknown>, how: Look, by: 1 | -1): boolean {
  entry.shares += by;
  if (how === "watch") entry.watching += by;
  const isWatched = entry.watching > 0;
  if (entry.isClosed || entry.isWatched === isWatched) return false;
  entry.isWatched = isWatched;
  return true;
}
