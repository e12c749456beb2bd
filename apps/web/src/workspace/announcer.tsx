import { type JSX, createContext, createSignal, onCleanup, useContext } from "solid-js";

/** Says things politely to who cannot see them happen: one after the other, never over another. */
export interface Announcer {
  readonly say: (words: string) => void;
}

const AnnouncerContext = createContext<Announcer>();

/** How long (ms) words stand, so that a screen reader has taken them before the next come. */
const standing = 1_000;

export function AnnouncerProvider(props: { readonly children: JSX.Element }): JSX.Element {
  const [words, setWords] = createSignal("");
  const waiting: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = () => {
    const first = waiting.shift();
    setWords(first ?? "");
    timer = first === undefined ? undefined : setTimeout(next, standing);
  };
  const say = (said: string) => {
    if (waiting.at(-1) === said) return;
    waiting.push(said);
    // Empty first, so that the same words twice are heard twice.
    timer ??= setTimeout(next, 50);
  };
  onCleanup(() => clearTimeout(timer));
  return (
    <AnnouncerContext.Provider value={{ say }}>
      {props.children}
      <div class="visually-hidden" aria-live="polite">
        {words()}
      </div>
    </AnnouncerContext.Provider>
  );
}

export function useAnnouncer(): Announcer {
  const announcer = useContext(AnnouncerContext);
  if (!announcer) throw new Error("useAnnouncer outside of a shared page");
  return announcer;
}
