import HandHeart from "~icons/lucide/hand-heart";
import Mountain from "~icons/lucide/mountain";
import Sparkles from "~icons/lucide/wand-sparkles";
import Sprout from "~icons/lucide/sprout";
import { addGoal } from "@concord/domain/goals/commands";
import { newEntryId } from "@concord/domain/ids";
import { addNeed } from "@concord/domain/needs/commands";
import type { Owner } from "@concord/domain/owners";
import { A, useNavigate } from "@solidjs/router";
import { type JSX, Show, createSignal } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Menu } from "../ui/menu.tsx";
import styles from "./check-in.module.css";
import { createWriter } from "./write-elsewhere.ts";

interface Said {
  readonly words: string;
  readonly owner: Owner;
  /** What it is called in a sentence. */
  readonly name: string;
}

/** What can be made of something that was said; and where it is, once it is made. */
export function MakeMenu(props: Said): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const words = text.checkIns.make;
  const { made, make, promise } = createMaking(props);
  const item = (label: string, icon: typeof Sprout, act: () => void) => ({
    label,
    icon,
    act,
    disabled: props.words.trim() === "",
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
          item(words.promise, HandHeart, promise),
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
  const navigate = useNavigate();
  const { space } = useSpace();
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
    /** A promise is its maker's own word: it is given where promises are, from these words. */
    promise: () =>
      navigate(`/space/${space().id}/promises`, { state: { promise: { action: props.words } } }),
  };
}
