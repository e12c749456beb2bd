import { parseDay } from "@concord/domain/dates";
import { newEntryId } from "@concord/domain/ids";
import { keepPicture } from "@concord/domain/self-check/commands";
import { sections } from "@concord/domain/self-check/items";
import type { Result } from "@concord/domain/self-check/result";
import { For, type JSX, Show, createSignal } from "solid-js";
import type * as Y from "yjs";

import { useText } from "../i18n/text.ts";
import { focusOn } from "../shell/heading.ts";
import { Button } from "../ui/button.tsx";
import { dayOf } from "../workspace/coarse-day.ts";
import { PlacementFigure } from "./placement-figure.tsx";
import styles from "./self-check.module.css";

/** The bands, where Me and We are, one strength and one small thing to try. No number anywhere. */
export function Picture(props: {
  readonly doc: Y.Doc;
  readonly picture: PictureResult;
  readonly onBack: () => void;
}): JSX.Element {
  const text = useText();
  const words = text.selfCheck;
  const [kept, setKept] = createSignal(false);
  const keep = () => {
    const on = parseDay(dayOf(Date.now()));
    if (!on || kept()) return;
    keepPicture(props.doc, { id: newEntryId(), on, result: props.picture });
    setKept(true);
  };
  return (
    <div class={styles["picture"]}>
      <h2 ref={focusOn}>{words.picture.title}</h2>
      <Show when={props.picture.at && props.picture.placement}>
        {(placement) => (
          <section class={styles["part"]}>
            <h3>{words.picture.placement}</h3>
            <PlacementFigure
              at={props.picture.at ?? { me: 0.5, we: 0.5 }}
              label={words.picture.figure(words.placements[placement()])}
            />
            <p>{words.placements[placement()]}</p>
          </section>
        )}
      </Show>
      <Bands picture={props.picture} />
      <OneThing picture={props.picture} />
      <p class={styles["label"]}>{words.label}</p>
      <div class={styles["actions"]}>
        <Button onClick={keep} aria-disabled={kept()}>
          {words.picture.keep}
        </Button>
        <Button kind="quiet" onClick={() => props.onBack()}>
          {words.again}
        </Button>
      </div>
      <output>{kept() ? words.picture.kept : ""}</output>
    </div>
  );
}

type PictureResult = Extract<Result, { kind: "picture" }>;

function Bands(props: { readonly picture: PictureResult }): JSX.Element {
  const text = useText();
  const words = text.selfCheck;
  return (
    <section class={styles["part"]}>
      <h3>{words.picture.bands}</h3>
      <dl class={styles["bands"]}>
        <For each={sections}>
          {(section) => (
            <div data-band={props.picture.bands[section] ?? "none"}>
              <dt>{words.sections[section]}</dt>
              <dd>
                {bandWords(props.picture.bands[section], words.bands) ?? words.picture.notEnough}
              </dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  );
}

/** One strength, and one small thing to try. */
function OneThing(props: { readonly picture: PictureResult }): JSX.Element {
  const text = useText();
  const words = text.selfCheck;
  return (
    <>
      <Show when={props.picture.strength}>
        {(item) => (
          <section class={styles["part"]}>
            <h3>{words.picture.strength}</h3>
            <p>
              {words.intro.replace(" …", "")} {words.items[item()]}.
            </p>
          </section>
        )}
      </Show>
      <Show when={props.picture.practice}>
        {(item) => (
          <section class={styles["part"]}>
            <h3>{words.picture.practice}</h3>
            <p>{words.practices[item()]}</p>
          </section>
        )}
      </Show>
    </>
  );
}

const bandWords = <Band extends string>(
  band: Band | null,
  words: Readonly<Record<Band, string>>,
): string | null => (band === null ? null : words[band]);
