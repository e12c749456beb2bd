import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";

export function PromisesPage(): JSX.Element {
  const text = useText();
  return <h1>{text.promises.title}</h1>;
}
