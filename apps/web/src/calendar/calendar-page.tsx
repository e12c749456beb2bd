import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";

export function CalendarPage(): JSX.Element {
  const text = useText();
  return <h1>{text.calendar.title}</h1>;
}
