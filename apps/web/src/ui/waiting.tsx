import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import styles from "./waiting.module.css";

/** Stands in while something is on its way; it shows itself only if that takes a while. */
export function Waiting(): JSX.Element {
  const text = useText();
  return <output class={styles["waiting"]}>{text.ui.loading}</output>;
}
