import { A } from "@solidjs/router";
import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Circles } from "../ui/circles.tsx";
import styles from "./home-link.module.css";

/** The product's figure and name, which lead home. */
export function HomeLink(): JSX.Element {
  const text = useText();
  return (
    <A href="/" class={styles["home"]} aria-label={text.shell.home}>
      <Circles size={36} lit="both" />
      <span>{text.ui.product}</span>
    </A>
  );
}
