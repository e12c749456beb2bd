import { useLocation } from "@solidjs/router";
import { createEffect, on, onCleanup, onMount } from "solid-js";

/**
 * Keeps the window's title equal to the page's heading, and after each change of page moves the
 * focus to that heading as soon as it is there, so that nobody is left where the old page was.
 */
export function followHeading(main: () => HTMLElement | undefined, product: string): void {
  const location = useLocation();
  let awaited = false;
  const look = () => {
    const heading = main()?.querySelector("h1");
    const words = heading?.textContent?.trim();
    document.title = words ? `${words} · ${product}` : product;
    if (!heading || !awaited) return;
    awaited = false;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  createEffect(
    on(
      () => location.pathname,
      () => {
        awaited = true;
        queueMicrotask(look);
      },
      { defer: true },
    ),
  );
  onMount(() => {
    const watcher = new MutationObserver(look);
    const element = main();
    if (element) {
      watcher.observe(element, { childList: true, subtree: true, characterData: true });
    }
    look();
    onCleanup(() => watcher.disconnect());
  });
}
