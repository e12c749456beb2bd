import type { BalanceRow, Role } from "@concord/domain/balance/balance";
import { For, type JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import styles from "./balance.module.css";

type Place = "me" | "we" | "others" | "unmet";

const placeOf: Record<Role, Place> = {
  me: "me",
  partner: "we",
  friend: "others",
  family: "others",
  professional: "others",
  unmet: "unmet",
};

const middles: Record<Place, { readonly x: number; readonly y: number }> = {
  me: { x: 78, y: 92 },
  we: { x: 150, y: 92 },
  others: { x: 222, y: 92 },
  unmet: { x: 150, y: 196 },
};

/** Where needs are met, as marks on the two circles; the list below says the same in words. */
export function BalanceFigure(props: { readonly rows: readonly BalanceRow[] }): JSX.Element {
  const text = useText();
  const words = text.balance;
  const marks = () =>
    props.rows.flatMap(({ metBy }) => [...new Set(metBy.map((role) => placeOf[role]))]);
  const at = (place: Place, nth: number) => {
    // A sunflower's spiral: each mark has room, however many there are.
    const angle = nth * 2.4;
    const far = 7 * Math.sqrt(nth);
    return {
      x: middles[place].x + far * Math.cos(angle),
      y: middles[place].y + far * Math.sin(angle),
    };
  };
  const dots = () => {
    const counts = new Map<Place, number>();
    return marks().map((place) => {
      const nth = counts.get(place) ?? 0;
      counts.set(place, nth + 1);
      return at(place, nth);
    });
  };
  return (
    <svg viewBox="0 0 300 220" class={styles["figure"]} role="img" aria-label={words.figure}>
      <circle cx="110" cy="92" r="72" class={styles["own"]} />
      <circle cx="190" cy="92" r="72" class={styles["other"]} />
      <text x="70" y="14">
        {words.places.me}
      </text>
      <text x="150" y="14">
        {words.places.we}
      </text>
      <text x="230" y="14">
        {words.places.others}
      </text>
      <text x="150" y="216">
        {words.places.unmet}
      </text>
      <For each={dots()}>
        {(dot) => <circle cx={dot.x} cy={dot.y} r="4.5" class={styles["dot"]} />}
      </For>
    </svg>
  );
}
