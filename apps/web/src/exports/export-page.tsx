import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";

export function ExportPage(): JSX.Element {
  const text = useText();
  return <h1>{text.exports.title}</h1>;
}
