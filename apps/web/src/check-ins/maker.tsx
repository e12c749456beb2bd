import HandHeart from "~icons/lucide/hand-heart";
import Mountain from "~icons/lucide/mountain";
import Sparkles from "~icons/lucide/wand-sparkles";
import Sprout from "~icons/lucide/sprout";
import { addGoal } from "@concord/domain/goals/commands";
import { newEntryId } from "@concord/domain/ids";
import { addNeed } from "@concord/domain/needs/commands";
import type { Owner } from "@concord/domain/owners";
import { useNavigate } from "@solidjs/router";
import { type Accessor, type JSX, createSignal } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Menu } from "../ui/menu.tsx";
import { Toast } from "../ui/toast.tsx";
import styles from "./check-in.module.css";
import { createWriter } from "./write-elsewhere.ts";

type Made = "need" | "goal";

export interface Maker {
  /** Inserts the words afresh where they belong; what is there now and what is here stay apart. */
  readonly make: (kind: Made, words: string, owner: Owner) => Promise<void>;
  /** Goes to the promises, with the words to begin from. A promise is its maker's own word. */
  readonly promise: (words: string) => void;
  readonly made: Accessor<Made | "failed" | null>;
  readonly forget: () => void;
}

export function createMaker(): Maker {
  const navigate = useNavigate();
  const { space } = useSpace();
  const write = createWriter();
  const [made, setMade] = createSignal<Made | "failed" | null>(null);
  return {
    made,
    forget: () => setMade(null),
    promise: (words) =>
      navigate(`/space/${space().id}/promises`, { state: { promise: { action: words } } }),
    async make(kind, words, owner) {
      setMade(null);
      const id = newEntryId();
      const done =
        kind === "need"
          ? await write("needs", (doc) => addNeed(doc, { id, owner, kind: "need", text: words }))
          : await write("goals", (doc) => addGoal(doc, { id, owner: "ours", title: words }));
      setMade(done ? kind : "failed");
    },
  };
}

/** What can be made of something that was said. */
export function MakeMenu(props: {
  readonly maker: Maker;
  readonly words: string;
  readonly owner: Owner;
  /** What it is called in a sentence. */
  readonly name: string;
}): JSX.Element {
  const text = useText();
  const words = text.checkIns.make;
  const isEmpty = () => props.words.trim() === "";
  return (
    <div class={styles["make"]}>
      <Menu
        label={words.label(props.name)}
        shown={words.shown}
        icon={Sparkles}
        items={[
          {
            label: words.need,
            icon: Sprout,
            disabled: isEmpty(),
            act: () => void props.maker.make("need", props.words, props.owner),
          },
          {
            label: words.goal,
            icon: Mountain,
            disabled: isEmpty(),
            act: () => void props.maker.make("goal", props.words, props.owner),
          },
          {
            label: words.promise,
            icon: HandHeart,
            disabled: isEmpty(),
            act: () => props.maker.promise(props.words),
          },
        ]}
      />
    </div>
  );
}

/** Says that it is made, and leads there. */
export function MadeToast(props: { readonly maker: Maker }): JSX.Element {
  const text = useText();
  const navigate = useNavigate();
  const { space } = useSpace();
  const words = text.checkIns.make;
  const said = () => {
    const made = props.maker.made();
    if (made === null) return null;
    return made === "failed" ? words.failed : words.made[made];
  };
  const go = () => {
    const place = props.maker.made() === "goal" ? "goals" : "needs";
    props.maker.forget();
    navigate(`/space/${space().id}/${place}`);
  };
  return (
    <Toast
      words={said()}
      action={words.goThere}
      onAction={go}
      closeLabel={text.ui.close}
      onClose={() => props.maker.forget()}
    />
  );
}
