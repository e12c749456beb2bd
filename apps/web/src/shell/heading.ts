import { useLocation } from "@solidjs/router";
import { createEffect, on, onCleanup, onMount } from "solid-js";

/**
 * Keeps the window's title equal to the page's heading, and after each change of page moves the
 * focus to that heading as soon as it is there, so that nobody is left where the old page was.
 */
export function followHeading(product: string): void {
  const location = useLocation();
  let awaited = false;
  const look = () => {
    const heading = document.querySelector<HTMLElement>("main h1");
    const words = heading?.textContent?.trim();
    const title = words ? `${words} · ${product}` : product;
    if (document.title !== title) document.title = title;
    if (!heading || !awaited) return;
    awaited = false;
    focusOn(heading);
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
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
    look();
    onCleanup(() => watcher.disconnect());
  });
}

/** Moves the focus to something that is no control, once it stands in the page. As a `ref`. */
export function focusOn(element: HTMLElement): void {
  element.tabIndex = -1;
  queueMicrotask(() => element.focus({ preventScroll: true }));
}
