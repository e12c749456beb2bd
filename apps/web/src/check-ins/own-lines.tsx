import { type Scale, scales } from "@concord/domain/check-ins/schema";
import { For, type JSX, Show, createMemo } from "solid-js";

import { useLanguage, useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { type Lines, drawLine, givenScales, heightOf, size } from "./chart.ts";
import styles from "./own-lines.module.css";

/** One's own answers over time as lines, with the same as a table. Nothing of the other's. */
export function OwnLinesSection(props: { readonly lines: Lines }): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const words = text.checkIns.lines;
  const shown = createMemo(() => givenScales(props.lines, scales));
  const hue = () => {
    const you = space().you;
    return styles[you.role === "partner" && you.seat === 2 ? "two" : "one"];
  };
  return (
    <Show when={shown().length > 0}>
      <section class={`${styles["section"]} ${hue()}`} aria-labelledby="own-lines">
        <h2 id="own-lines">{words.title}</h2>
        <p class={styles["hint"]}>{words.text}</p>
        <div class={styles["pictures"]}>
          <For each={shown()}>{(scale) => <Picture lines={props.lines} scale={scale} />}</For>
        </div>
        <details class={styles["details"]}>
          <summary>{words.asTable}</summary>
          <Table lines={props.lines} shown={shown()} />
        </details>
      </section>
    </Show>
  );
}

function Picture(props: { readonly lines: Lines; readonly scale: Scale }): JSX.Element {
  const text = useText();
  const days = createDays();
  const drawn = createMemo(() => drawLine(props.lines, props.scale));
  const marks = text.checkIns.form.marks;
  return (
    <figure class={styles["picture"]}>
      <figcaption>{text.checkIns.lines.scale(props.scale)}</figcaption>
      <div class={styles["frame"]}>
        <span class={styles["top"]} aria-hidden="true">
          {marks[4]}
        </span>
        <span class={styles["bottom"]} aria-hidden="true">
          {marks[0]}
        </span>
        <svg
          class={styles["chart"]}
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="img"
          aria-label={text.checkIns.lines.picture(props.scale, props.lines.length)}
        >
          <For each={[0, 2, 4]}>
            {(value) => (
              <line
                class={styles["rule"]}
                x1="0"
                x2={size.width}
                y1={heightOf(value)}
                y2={heightOf(value)}
              />
            )}
          </For>
          <path class={styles["line"]} d={drawn().path} />
          <For each={drawn().dots}>
            {({ x, y }) => <circle class={styles["dot"]} cx={x} cy={y} r="4" />}
          </For>
        </svg>
      </div>
      <div class={styles["days"]} aria-hidden="true">
        <span>{days(props.lines[0]?.day)}</span>
        <Show when={props.lines.length > 1}>
          <span>{days(props.lines.at(-1)?.day)}</span>
        </Show>
      </div>
    </figure>
  );
}

function Table(props: { readonly lines: Lines; readonly shown: readonly Scale[] }): JSX.Element {
  const text = useText();
  const days = createDays();
  const words = text.checkIns.lines;
  const said = (value: number | null) =>
    value === null ? words.leftOut : text.checkIns.form.marks[value];
  return (
    <div class={styles["scroll"]}>
      <table class={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <For each={props.shown}>{(scale) => <th scope="col">{words.scale(scale)}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.lines}>
            {(line) => (
              <tr>
                <th scope="row">{days(line.day)}</th>
                <For each={props.shown}>{(scale) => <td>{said(line.scales[scale])}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

/** A day as a diary has it: "12 Nov 2026". */
function createDays(): (day: string | undefined) => string {
  const { locale } = useLanguage();
  const format = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  return (day) => (day ? format.format(new Date(`${day}T12:00:00`)) : "");
}
