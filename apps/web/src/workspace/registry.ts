/** A share in something that is open: whoever has it gives it back once. */
export interface Lease<Value> {
  readonly value: Value;
  readonly release: () => void;
}

export interface Registry<Key, Value> {
  readonly open: (key: Key) => Lease<Value>;
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
    if (!known || options.isReplaced(known.value)) {
      const made = { value: options.open(key), shares: 1, isClosed: false, cancel: () => {} };
      held.set(name, made);
      return made;
    }
    known.cancel();
    if (known.shares === 0) options.watched(known.value, true);
    known.shares += 1;
    return known;
  };

  const giveBack = (name: string, entry: Held<Value>) => {
    entry.shares -= 1;
    if (entry.shares > 0 || entry.isClosed) return;
    options.watched(entry.value, false);
    entry.cancel = options.whenSettled(entry.value, () => forget(name, entry));
  };

  return {
    open: (key) => {
      const name = options.nameOf(key);
      const entry = take(name, key);
      let mine = true;
      return {
        value: entry.value,
        release: () => {
          if (mine) giveBack(name, entry);
          mine = false;
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
