import X from "~icons/lucide/x";
import { needKinds, needStatuses } from "@concord/domain/needs/schema";
import { type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { type PillOption, PillSelect } from "../ui/pill-select.tsx";
import type { Group } from "./arrange.ts";
import { groupings, isFiltered, type Whose } from "./choice.ts";
import type { NeedsView } from "./create-view.ts";
import styles from "./view-choice.module.css";

interface ViewProps {
  readonly view: NeedsView;
  readonly nameOfGroup: (group: Group) => string;
  /** Whose needs there can be. */
  readonly whose: readonly Whose[];
}

/** What of the list is shown and in which groups: this person's own choice. */
export function ViewChoice(props: ViewProps): JSX.Element {
  const text = useText();
  return (
    <fieldset class={styles["pills"]} aria-label={text.needs.view.label}>
      <Filters {...props} />
      <Pill
        label={text.needs.view.by}
        value={props.view.choice().by}
        initial="none"
        options={(["none", ...groupings] as const).map((by) => ({
          value: by,
          short: text.needs.view.groupings[by],
        }))}
        onChoose={(by) => props.view.choose({ by })}
      />
      <Show when={isFiltered(props.view.choice())}>
        <ShowAll onPress={props.view.showAll} />
      </Show>
    </fieldset>
  );
}

function Filters(props: ViewProps): JSX.Element {
  const { view: words } = useText().needs;
  const choice = () => props.view.choice();
  const options = <Value extends Group>(all: string, values: readonly Value[]) => [
    { value: "all" as const, short: all },
    ...values.map((value) => ({ value, short: props.nameOfGroup(value) })),
  ];
  return (
    <>
      <Pill
        label={words.whose}
        value={choice().whose}
        initial="all"
        options={options(words.anyone, props.whose)}
        onChoose={(whose) => props.view.choose({ whose })}
      />
      <Pill
        label={words.kind}
        value={choice().kind}
        initial="all"
        options={options(words.anyKind, needKinds)}
        onChoose={(kind) => props.view.choose({ kind })}
      />
      <Pill
        label={words.status}
        value={choice().status}
        initial="all"
        options={options(words.anyStatus, needStatuses)}
        onChoose={(status) => props.view.choose({ status })}
      />
    </>
  );
}

/** One choice; in another look where it isn't as it is at first. */
function Pill<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly initial: Value;
  readonly options: readonly PillOption<Value>[];
  readonly onChoose: (value: Value) => void;
}): JSX.Element {
  const look = () => (props.value === props.initial ? "" : styles["chosen"]);
  return <PillSelect {...props} class={`${styles["pill"]} ${look()}`} />;
}

/** It goes when it is pressed: the focus stays among the choices. */
function ShowAll(props: { readonly onPress: () => void }): JSX.Element {
  const text = useText();
  const press = (event: MouseEvent & { readonly currentTarget: HTMLElement }) => {
    event.currentTarget.parentElement?.querySelector("select")?.focus();
    props.onPress();
  };
  return (
    <Button kind="quiet" class={styles["all"] ?? ""} onClick={press}>
      <X />
      {text.needs.view.all}
    </Button>
  );
}
