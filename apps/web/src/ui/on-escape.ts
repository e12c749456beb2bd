/** As a `ref`: Escape anywhere within leaves it, and nothing around it. */
export const onEscape =
  (leave: () => void) =>
  (element: HTMLElement): void => {
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.stopPropagation();
      leave();
    });
  };
