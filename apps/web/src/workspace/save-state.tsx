import Check from "~icons/lucide/check";
import CircleAlert from "~icons/lucide/circle-alert";
import CloudOff from "~icons/lucide/cloud-off";
import LoaderCircle from "~icons/lucide/loader-circle";
import { A, useLocation } from "@solidjs/router";
import {
  type Accessor,
  type Component,
  type JSX,
  Match,
  Switch,
  createEffect,
  createSignal,
  onCleanup,
} from "solid-js";
import { Dynamic } from "solid-js/web";

import { withReturn } from "../accounts/return-to.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import type { Refusal } from "./refusal.ts";
import { saveWords } from "./save-words.ts";
import styles from "./save-state.module.css";
import type { Save } from "./saving.ts";

/** How long (ms) "Saving…" must last to be shown: what is done sooner is no news. */
const brief = 300;

const icons: Record<Save["kind"], Component> = {
  saved: Check,
  saving: LoaderCircle,
  offline: CloudOff,
  "not-saved": CircleAlert,
};

/** Where a reload is what helps, once the person has done what they are told. */
const reloadable: ReadonlySet<Refusal | null> = new Set([
  "reload",
  "newer",
  "too-large",
  "restored",
]);

/** Tells the truth about saving, and what to do where it fails. */
export function SaveState(props: {
  readonly save: Save;
  /** Nothing of theirs is saved: they are told whether they see the latest. */
  readonly readOnly: boolean;
}): JSX.Element {
  const text = useText();
  const location = useLocation();
  const save = createSettled(() => props.save);
  const why = () => {
    const now = save();
    return now.kind === "not-saved" ? now.why : null;
  };
  return (
    <div class={`${styles["save"]} ${styles[save().kind]}`} data-save={save().kind}>
      <Dynamic component={icons[save().kind]} />
      <output>{saveWords(save(), props.readOnly, text)}</output>
      <Switch>
        <Match when={why() === "signed-out"}>
          <A href={withReturn("/sign-in", location.pathname)} class={styles["link"] ?? ""}>
            {text.workspace.save.signIn}
          </A>
        </Match>
        <Match when={reloadable.has(why())}>
          <Button kind="quiet" onClick={() => window.location.reload()}>
            {text.workspace.save.reloadAction}
          </Button>
        </Match>
      </Switch>
    </div>
  );
}

/** Follows at once, but "saving" only once it has lasted. */
function createSettled(save: Accessor<Save>): Accessor<Save> {
  const [settled, setSettled] = createSignal(save());
  createEffect(() => {
    const now = save();
    const timer = setTimeout(() => setSettled(now), now.kind === "saving" ? brief : 0);
    onCleanup(() => clearTimeout(timer));
  });
  return settled;
}
