import Mountain from "~icons/lucide/mountain";
import Sparkles from "~icons/lucide/wand-sparkles";
import Sprout from "~icons/lucide/sprout";
import { addGoal } from "@concord/domain/goals/commands";
import { newEntryId } from "@concord/domain/ids";
import { addNeed } from "@concord/domain/needs/commands";
import type { Owner } from "@concord/domain/owners";
import type { Subject } from "@concord/domain/ledger/subjects";
import { A } from "@solidjs/router";
import { type JSX, Show, createMemo, createSignal } from "solid-js";

import { useText } from "../i18n/text.ts";
import { createPromiseFrom } from "../promises/promise-from.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Menu } from "../ui/menu.tsx";
import styles from "./check-in.module.css";
import { createWriter } from "./write-elsewhere.ts";

interface Said {
  readonly words: string;
  readonly owner: Owner;
  /** What it is called in a sentence. */
  readonly name: string;
  /**
   * The check-in that it was said in, which a promise would name. Without one it was one's own
   * alone, and no declaration says that it was.
   */
  readonly from?: Subject | undefined;
}

/** What can be made of something that was said; and where it is, once it is made. */
export function MakeMenu(props: Said): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const words = text.checkIns.make;
  const { made, make } = createMaking(props);
  const promise = createMemo(() => {
    const subject = props.from;
    return subject ? [createPromiseFrom(() => ({ subject, words: props.words }))] : [];
  });
  const isEmpty = () => props.words.trim() === "";
  const item = (label: string, icon: typeof Sprout, act: () => void) => ({
    label,
    icon,
    act,
    disabled: isEmpty(),
  });
  return (
    <div class={styles["make"]}>
      <Menu
        label={words.label(props.name)}
        shown={words.shown}
        icon={Sparkles}
        items={[
          item(words.need, Sprout, () => void make("needs")),
          item(words.goal, Mountain, () => void make("goals")),
          ...promise().map((begin) => ({ ...begin, disabled: isEmpty() })),
        ]}
      />
      <output class={styles["made"]}>
        <Show when={made()}>
          {(where) => (
            <>
              {words.made[where()]}{" "}
              <Show when={placeOf(where())}>
                {(place) => <A href={`/space/${space().id}/${place()}`}>{words.goThere}</A>}
              </Show>
            </>
          )}
        </Show>
      </output>
    </div>
  );
}

type Place = "needs" | "goals";

const placeOf = (made: Place | "failed"): Place | null => (made === "failed" ? null : made);

function createMaking(props: Said) {
  const write = createWriter();
  const [made, setMade] = createSignal<Place | "failed" | null>(null);
  return {
    made,
    /** Inserts the words afresh where they belong: what is there now and what is here stay apart. */
    make: async (place: Place) => {
      setMade(null);
      const { words, owner } = props;
      const id = newEntryId();
      const done =
        place === "needs"
          ? await write(place, (doc) => addNeed(doc, { id, owner, kind: "need", text: words }))
          : await write(place, (doc) => addGoal(doc, { id, owner: "ours", title: words }));
      setMade(done ? place : "failed");
    },
  };
}
