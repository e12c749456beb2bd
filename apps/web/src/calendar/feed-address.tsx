import CalendarPlus from "~icons/lucide/calendar-plus";
import { type JSX, Match, Show, Switch, createSignal, onMount } from "solid-js";

import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { focusOn } from "../shell/heading.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Card } from "../ui/surface.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { endFeed, fetchFeed, makeFeed } from "./calendar-api.ts";
import styles from "./calendar-page.module.css";
import { webcalOf } from "./webcal.ts";

type Address =
  | { readonly kind: "asking" | "none" | "exists" | "ended" }
  /** Just made: the only time that this page has it. */
  | { readonly kind: "made"; readonly url: string };

/** Whether one has an address, and what can be done with it. */
function createAddress() {
  const { space } = useSpace();
  const [address, setAddress] = createSignal<Address>({ kind: "asking" });
  const asking = createAction(() => fetchFeed(space().id));
  const making = createAction(() => makeFeed(space().id));
  const ending = createAction(() => endFeed(space().id));
  const ask = async () => {
    const answer = await asking.run();
    if (answer) setAddress({ kind: answer.value.active ? "exists" : "none" });
  };
  onMount(() => void ask());
  return {
    address,
    ask,
    busy: () => making.busy() || ending.busy(),
    trouble: () => making.trouble() ?? ending.trouble(),
    unknown: asking.trouble,
    make: async () => {
      const made = await making.run();
      if (made) setAddress({ kind: "made", url: made.value.url });
    },
    end: async () => {
      if (await ending.run()) setAddress({ kind: "ended" });
    },
  };
}

export function FeedAddress(): JSX.Element {
  const text = useText();
  const words = text.calendar.address;
  const own = createAddress();
  const works = () => own.address().kind === "exists" || own.address().kind === "made";
  return (
    <section class={styles["section"]} aria-labelledby="address">
      <h2 id="address">{words.title}</h2>
      <p>{words.about}</p>
      <Card class={styles["card"] ?? ""}>
        <Switch
          fallback={
            <Show when={!own.unknown()}>
              <Waiting />
            </Show>
          }
        >
          <Match when={own.address().kind === "none"}>
            <p>{words.none}</p>
          </Match>
          <Match when={own.address().kind === "exists"}>
            <p>{words.exists}</p>
          </Match>
          <Match when={own.address().kind === "ended"}>
            <output ref={focusOn} class={styles["told"]}>
              {words.ended}
            </output>
          </Match>
          <Match when={urlOf(own.address())}>{(url) => <Made url={url()} />}</Match>
        </Switch>
        <Trouble
          words={own.unknown() ?? own.trouble()}
          {...(own.unknown()
            ? { again: { label: text.shell.tryAgain, act: () => void own.ask() } }
            : {})}
        />
        <Show when={own.address().kind !== "asking"}>
          <div class={styles["actions"]}>
            <Button
              kind={works() ? "secondary" : "primary"}
              aria-disabled={own.busy()}
              aria-describedby={works() ? "again-hint" : undefined}
              onClick={() => void own.make()}
            >
              {works() ? words.again : words.make}
            </Button>
            <Show when={works()}>
              <Button kind="quiet" aria-disabled={own.busy()} onClick={() => void own.end()}>
                {words.end}
              </Button>
            </Show>
          </div>
          <p id="again-hint" class={styles["small"]}>
            {works() ? words.againHint : words.keep}
          </p>
        </Show>
      </Card>
    </section>
  );
}

const urlOf = (address: Address): string | null => (address.kind === "made" ? address.url : null);

function Made(props: { readonly url: string }): JSX.Element {
  const { address: words } = useText().calendar;
  return (
    <div class={styles["made"]} ref={focusOn}>
      <CopyField label={words.label} value={props.url} />
      <p>{words.once}</p>
      <p class={styles["small"]}>{words.keep}</p>
      <a class={styles["open"]} href={webcalOf(props.url)}>
        <CalendarPlus aria-hidden="true" />
        {words.open}
      </a>
    </div>
  );
}
