import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";

export function AsksPage(): JSX.Element {
  const text = useText();
  return <h1>{text.asks.title}</h1>;
}
