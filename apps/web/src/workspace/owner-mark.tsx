import type { Owner } from "@concord/domain/owners";
import { type JSX, Show } from "solid-js";

import { PillSelect } from "../ui/pill-select.tsx";
import styles from "./owner-mark.module.css";
import type { Owners } from "./owners.ts";

/** The hue of whoever something belongs to, as a class that sets `--tone` and its relatives. */
export function hueOf(owners: Owners, owner: Owner): string {
  const seat = owners.seatOf(owner);
  if (seat === null) return styles["we"] ?? "";
  return styles[seat === 1 ? "one" : "two"] ?? "";
}

/** Whose something is; partners can change it there. */
export function OwnerMark(props: {
  readonly owners: Owners;
  readonly owner: Owner;
  readonly label: string;
  readonly readOnly: boolean;
  readonly onChoose: (owner: Owner) => void;
}): JSX.Element {
  const options = () => {
    const known = props.owners.options();
    if (known.some(({ value }) => value === props.owner)) return known;
    return [...known, { value: props.owner, short: props.owners.nameOf(props.owner) }];
  };
  return (
    <Show when={!props.readOnly} fallback={<OwnerTag owners={props.owners} owner={props.owner} />}>
      <PillSelect
        class={hueOf(props.owners, props.owner)}
        label={props.label}
        value={props.owner}
        options={options()}
        onChoose={(owner) => props.onChoose(owner)}
        mark={<Dot />}
      />
    </Show>
  );
}

/** Whose something is, to read. */
export function OwnerTag(props: { readonly owners: Owners; readonly owner: Owner }): JSX.Element {
  return (
    <span class={`${styles["tag"]} ${hueOf(props.owners, props.owner)}`}>
      <Dot />
      {props.owners.nameOf(props.owner)}
    </span>
  );
}

const Dot = (): JSX.Element => <span class={styles["dot"]} aria-hidden="true" />;
