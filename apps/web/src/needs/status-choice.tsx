import Check from "~icons/lucide/check";
import Minus from "~icons/lucide/minus";
import { type NeedStatus, needStatuses } from "@concord/domain/needs/schema";
import { type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { PillSelect } from "../ui/pill-select.tsx";
import styles from "./status-choice.module.css";

interface StatusProps {
  readonly status: NeedStatus;
  /** What the need is called in a sentence. */
  readonly name: string;
  readonly onChoose: (status: NeedStatus) => void;
}

/** How a need stands: met with one press, the rest from a list. */
export function StatusChoice(props: StatusProps): JSX.Element {
  const text = useText();
  const isMet = () => props.status === "met";
  return (
    <span class={styles["choice"]} data-status={props.status}>
      <button
        type="button"
        class={styles["met"]}
        aria-pressed={isMet()}
        aria-label={text.needs.markMet(props.name)}
        title={text.needs.statuses.met}
        onClick={() => props.onChoose(isMet() ? "open" : "met")}
      >
        <Ring status={props.status} />
      </button>
      <PillSelect
        class={styles["pill"]}
        label={text.needs.status(props.name)}
        value={props.status}
        options={needStatuses.map((status) => ({
          value: status,
          short: text.needs.statuses[status],
          long: text.needs.statusOption[status],
        }))}
        onChoose={(status) => props.onChoose(status)}
      />
    </span>
  );
}

/** The same to who only looks on; what is simply open goes without saying. */
export function StatusTag(props: { readonly status: NeedStatus }): JSX.Element {
  const text = useText();
  return (
    <Show when={props.status !== "open"}>
      <span class={styles["tag"]} data-status={props.status}>
        <Ring status={props.status} />
        {text.needs.statuses[props.status]}
      </span>
    </Show>
  );
}

/** Empty, half full, ticked, or at rest. */
function Ring(props: { readonly status: NeedStatus }): JSX.Element {
  return (
    <span class={styles["ring"]} aria-hidden="true">
      <Show when={props.status === "not-now"} fallback={<Check />}>
        <Minus />
      </Show>
    </span>
  );
}
