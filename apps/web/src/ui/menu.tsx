import { type Component, For, type JSX, Show, createUniqueId, createSignal } from "solid-js";
import { Dynamic } from "solid-js/web";

import { Button } from "./button.tsx";
import styles from "./menu.module.css";

export interface MenuItem {
  readonly label: string;
  readonly icon: Component;
  readonly act: () => void;
  readonly danger?: boolean;
  /** Stays where it is and can be reached, but does nothing. */
  readonly disabled?: boolean;
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A button that opens a short menu. The focus comes back to it, unless an item moves it on. */
export function Menu(props: {
  readonly label: string;
  readonly icon: Component;
  readonly items: readonly MenuItem[];
}): JSX.Element {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  let frame: HTMLDivElement | undefined;
  const trigger = () => frame?.querySelector<HTMLElement>("button");
  const choices = () => [...(frame?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
  const show = (first: boolean) => {
    setOpen(true);
    choices()
      .at(first ? 0 : -1)
      ?.focus();
  };
  const close = () => {
    setOpen(false);
    trigger()?.focus();
  };
  const choose = (item: MenuItem) => {
    if (item.disabled) return;
    close();
    item.act();
  };
  const pressed = (event: KeyboardEvent) => {
    if (!open()) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      show(event.key === "ArrowDown");
      return;
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
    if (event.key === "Tab") setOpen(false);
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const all = choices();
    const at = all.findIndex((choice) => choice === document.activeElement);
    all[step(at, all.length)]?.focus();
  };
  const left = (event: FocusEvent) => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !frame?.contains(to)) setOpen(false);
  };
  return (
    <div
      class={styles["menu"]}
      ref={(it) => {
        frame = it;
      }}
      onKeyDown={pressed}
      onFocusOut={left}
    >
      <Button
        kind="quiet"
        icon
        aria-label={props.label}
        aria-haspopup="menu"
        aria-expanded={open()}
        aria-controls={open() ? id : undefined}
        onClick={() => (open() ? close() : show(true))}
      >
        <Dynamic component={props.icon} />
      </Button>
      <Show when={open()}>
        <div class={styles["list"]} role="menu" id={id} aria-label={props.label}>
          <For each={props.items}>
            {(item) => (
              <button
                type="button"
                role="menuitem"
                tabindex="-1"
                class={`${styles["item"]} ${item.danger ? styles["danger"] : ""}`}
                aria-disabled={item.disabled}
                onClick={() => choose(item)}
              >
                <Dynamic component={item.icon} />
                {item.label}
              </button>
            )}
          </For>
        </div>
      </Show>
    </div>
  );
}
