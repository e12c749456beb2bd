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

interface MenuProps {
  readonly label: string;
  /** What is to be read beside the icon, as the label begins; without it the icon stands alone. */
  readonly shown?: string;
  readonly icon: Component;
  readonly items: readonly MenuItem[];
}

/** A button that opens a short menu. The focus comes back to it, unless an item moves it on. */
export function Menu(props: MenuProps): JSX.Element {
  const id = createUniqueId();
  const { open, toggle, choose, attach } = createMenu();
  return (
    <div class={styles["menu"]} ref={attach}>
      <Button
        kind="quiet"
        icon={!props.shown}
        aria-label={props.label}
        aria-haspopup="menu"
        aria-expanded={open()}
        aria-controls={open() ? id : undefined}
        onClick={toggle}
      >
        <Dynamic component={props.icon} />
        {props.shown}
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

/** Opens and closes a menu, and moves within it by the keys that menus have. */
function createMenu() {
  const [open, setOpen] = createSignal(false);
  let frame: HTMLElement | undefined;
  const choices = () => [...(frame?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
  const show = (first: boolean) => {
    setOpen(true);
    choices()
      .at(first ? 0 : -1)
      ?.focus();
  };
  const close = () => {
    setOpen(false);
    frame?.querySelector("button")?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "Tab") setOpen(false);
    if (event.key === "Escape" && open()) {
      event.stopPropagation();
      close();
    }
    const step = steps[event.key];
    if (!step || (!open() && !event.key.startsWith("Arrow"))) return;
    event.preventDefault();
    if (!open()) return show(event.key === "ArrowDown");
    const all = choices();
    const at = all.findIndex((choice) => choice === document.activeElement);
    all[step(at, all.length)]?.focus();
  };
  const left = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node) || !frame?.contains(relatedTarget)) setOpen(false);
  };
  return {
    open,
    toggle: () => (open() ? close() : show(true)),
    choose: (item: MenuItem) => {
      if (item.disabled) return;
      close();
      item.act();
    },
    attach: (element: HTMLElement) => {
      frame = element;
      element.addEventListener("keydown", pressed);
      element.addEventListener("focusout", left);
    },
  };
}
