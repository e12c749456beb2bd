import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";

export function CheckInPage(): JSX.Element {
  const text = useText();
  return <h1>{text.checkIns.title}</h1>;
}
