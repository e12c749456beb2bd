import { A } from "@solidjs/router";
import { type JSX, splitProps } from "solid-js";

import styles from "./button.module.css";

type Kind = "primary" | "secondary" | "quiet" | "danger";

interface Look {
  readonly kind?: Kind;
  /** Round, for an icon alone: give it an `aria-label`. */
  readonly icon?: boolean;
}

const classOf = (look: Look): string =>
  [styles["button"], styles[look.kind ?? "secondary"], look.icon ? styles["icon"] : ""].join(" ");

/** A button. It never submits a form unless told `type="submit"`. */
export function Button(props: Look & JSX.ButtonHTMLAttributes<HTMLButtonElement>): JSX.Element {
  const [look, rest] = splitProps(props, ["kind", "icon"]);
  return <button type="button" {...rest} class={`${classOf(look)} ${props.class ?? ""}`} />;
}

/** A link within the app that looks like a button. */
export function ButtonLink(
  props: Look & { readonly href: string; readonly children: JSX.Element; readonly class?: string },
): JSX.Element {
  return (
    <A href={props.href} class={`${classOf(props)} ${props.class ?? ""}`}>
      {props.children}
    </A>
  );
}
