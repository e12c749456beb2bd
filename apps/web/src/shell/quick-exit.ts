import { createContext, onCleanup, useContext } from "solid-js";

/** S15: leaves the page at once, so that nobody who comes near sees what was on it. */
export interface QuickExit {
  readonly go: () => void;
  /** Closes something that is open when the page is left, without waiting for anything. */
  readonly onExit: (close: () => void) => void;
}

/** The window, as far as leaving it goes. */
export interface Leaving {
  /** Takes everything off the screen. */
  readonly clear: () => void;
  /** Goes elsewhere, in this page's place. */
  readonly replace: () => void;
}

const QuickExitContext = createContext<QuickExit>();

export const QuickExitProvider = QuickExitContext.Provider;

export function useQuickExit(): QuickExit {
  const exit = useContext(QuickExitContext);
  if (!exit) throw new Error("useQuickExit outside of the app");
  return exit;
}

/**
 * In this order, and whatever fails on the way: the view goes, then what is open in memory, then
 * the page itself. Nothing waits for the network.
 */
export function makeQuickExit({ clear, replace }: Leaving): QuickExit {
  const closers = new Set<() => void>();
  return {
    onExit(close) {
      closers.add(close);
      onCleanup(() => closers.delete(close));
    },
    go() {
      clear();
      for (const close of closers) {
        try {
          close();
        } catch {
          // Nobody is there any more to be told; the page is left all the same.
        }
      }
      replace();
    },
  };
}

/** A plain page of our own, without our name: asking another site for one would tell it (S22). */
const neutralPage = "/clouds.html";

export function leavingOf(window: Window): Leaving {
  const { document, location } = window;
  return {
    clear() {
      // The head goes as well, and the window's title and icon with it.
      document.documentElement.replaceChildren(document.createElement("body"));
      // Should the browser keep this page to show it again, there is nothing on it.
      window.addEventListener("pageshow", ({ persisted }) => {
        if (persisted) location.replace(neutralPage);
      });
    },
    replace: () => location.replace(neutralPage),
  };
}
