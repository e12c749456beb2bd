import { type JSX, Show, createUniqueId, splitProps } from "solid-js";

import styles from "./field.module.css";

interface Named {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Said where it stands, tied to the control, and announced. */
  readonly error?: string | undefined;
}

interface Tied {
  readonly id: string;
  readonly class: string | undefined;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean | undefined;
}

function Frame(props: Named & { readonly control: (tied: Tied) => JSX.Element }): JSX.Element {
  const id = createUniqueId();
  const describedBy = () =>
    [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(" ");
  const tied: Tied = {
    id,
    class: styles["input"],
    get "aria-describedby"() {
      return describedBy() || undefined;
    },
    get "aria-invalid"() {
      return props.error ? true : undefined;
    },
  };
  return (
    <div class={styles["field"]}>
      <label class={styles["label"]} for={id}>
        {props.label}
      </label>
      <Show when={props.hint}>
        <span class={styles["hint"]} id={`${id}-hint`}>
          {props.hint}
        </span>
      </Show>
      {props.control(tied)}
      <span class={styles["error"]} id={`${id}-error`} role="alert">
        {props.error}
      </span>
    </div>
  );
}

export function TextField(props: Named & JSX.InputHTMLAttributes<HTMLInputElement>): JSX.Element {
  const [named, rest] = splitProps(props, ["label", "hint", "error"]);
  return <Frame {...named} control={(tied) => <input type="text" {...rest} {...tied} />} />;
}

/** A statement to make by ticking it. Its words are the children. */
export function Checkbox(
  props: {
    readonly children: JSX.Element;
    readonly error?: string | undefined;
  } & JSX.InputHTMLAttributes<HTMLInputElement>,
): JSX.Element {
  const id = createUniqueId();
  const [words, rest] = splitProps(props, ["children", "error"]);
  return (
    <div>
      <label class={styles["check"]}>
        <input
          type="checkbox"
          {...rest}
          aria-invalid={words.error ? true : undefined}
          aria-describedby={words.error ? id : undefined}
        />
        <span>{words.children}</span>
      </label>
      <span class={styles["error"]} id={id} role="alert">
        {words.error}
      </span>
    </div>
  );
}
