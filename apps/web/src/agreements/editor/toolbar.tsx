import Bold from "~icons/lucide/bold";
import Heading1 from "~icons/lucide/heading-1";
import Heading2 from "~icons/lucide/heading-2";
import Italic from "~icons/lucide/italic";
import List from "~icons/lucide/list";
import ListOrdered from "~icons/lucide/list-ordered";
import Redo from "~icons/lucide/redo-2";
import Undo from "~icons/lucide/undo-2";
import type { EditorView } from "prosemirror-view";
import { type Accessor, type Component, For, type JSX, createSignal } from "solid-js";
import { Dynamic } from "solid-js/web";

import { type Dictionary, useText } from "../../i18n/text.ts";
import { Button } from "../../ui/button.tsx";
import type { DocumentUndo } from "../../workspace/document-undo.ts";
import { type Format, isFormatted, toggleFormat } from "./clause-commands.ts";
import styles from "./toolbar.module.css";

/** The clause that the toolbar acts on; a new object whenever something in it has changed. */
export interface Focused {
  readonly view: EditorView;
}

type FormatName = "bold" | "italic" | "heading" | "subheading" | "bullets" | "numbers";

const formats: readonly (readonly [FormatName, Component, Format])[] = [
  ["bold", Bold, { kind: "mark", mark: "strong" }],
  ["italic", Italic, { kind: "mark", mark: "em" }],
  ["heading", Heading1, { kind: "heading", level: 1 }],
  ["subheading", Heading2, { kind: "heading", level: 2 }],
  ["bullets", List, { kind: "list", list: "bulletList" }],
  ["numbers", ListOrdered, { kind: "list", list: "orderedList" }],
];

interface Tool {
  readonly label: string;
  readonly icon: Component;
  /** Whether it is on; undefined for what only acts. */
  readonly isOn: () => boolean | undefined;
  readonly isIdle: () => boolean;
  readonly act: () => void;
}

interface ToolbarProps {
  readonly focused: Accessor<Focused | null>;
  readonly undo: DocumentUndo;
  readonly ref: (element: HTMLElement) => void;
}

/** One toolbar for all clauses. It is one stop for Tab; the arrows move within it. */
export function Toolbar(props: ToolbarProps): JSX.Element {
  const text = useText();
  const { attach, tabIndexOf } = createRoving();
  return (
    <div
      class={styles["toolbar"]}
      role="toolbar"
      aria-label={text.agreements.toolbar.label}
      ref={(it) => {
        attach(it);
        props.ref(it);
      }}
    >
      <For each={toolsOf(props, text)}>
        {(tool, at) => (
          <Button
            kind="quiet"
            icon
            tabindex={tabIndexOf(at())}
            aria-label={tool.label}
            title={tool.label}
            aria-pressed={tool.isOn()}
            aria-disabled={tool.isIdle()}
            onClick={() => tool.act()}
          >
            <Dynamic component={tool.icon} />
          </Button>
        )}
      </For>
    </div>
  );
}

function toolsOf(props: ToolbarProps, text: Dictionary): readonly Tool[] {
  const history = { isOn: () => undefined };
  const { undo, redo } = text.workspace;
  return [
    ...formats.map(([name, icon, format]) => ({
      label: text.agreements.toolbar[name],
      icon,
      isOn: () => isOn(props.focused(), format),
      isIdle: () => !props.focused(),
      act: () => apply(props.focused(), format),
    })),
    {
      ...history,
      label: undo,
      icon: Undo,
      isIdle: () => !props.undo.canUndo(),
      act: () => props.undo.undo(),
    },
    {
      ...history,
      label: redo,
      icon: Redo,
      isIdle: () => !props.undo.canRedo(),
      act: () => props.undo.redo(),
    },
  ];
}

const isOn = (focused: Focused | null, format: Format): boolean =>
  focused !== null && isFormatted(focused.view.state, format);

function apply(focused: Focused | null, format: Format): void {
  if (!focused) return;
  const { view } = focused;
  toggleFormat(format)(view.state, view.dispatch, view);
  view.focus();
}

const moves: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Which of the toolbar's buttons Tab comes to: the one that was used last. */
function createRoving() {
  const [current, setCurrent] = createSignal(0);
  const attach = (bar: HTMLElement) => {
    const buttons = () => [...bar.querySelectorAll("button")];
    bar.addEventListener("focusin", ({ target }) => {
      const at = buttons().findIndex((button) => button === target);
      if (at >= 0) setCurrent(at);
    });
    bar.addEventListener("keydown", (event) => {
      const move = moves[event.key];
      if (!move) return;
      event.preventDefault();
      const all = buttons();
      all[move(current(), all.length)]?.focus();
    });
    // A press with the mouse leaves the focus, and the selection, in the clause.
    bar.addEventListener("mousedown", (event) => event.preventDefault());
  };
  return { attach, tabIndexOf: (at: number) => (current() === at ? 0 : -1) };
}
