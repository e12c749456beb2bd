import Download from "~icons/lucide/download";
import { For, type JSX, createSignal } from "solid-js";

import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { Card, Notice } from "../ui/surface.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { takeAlong } from "./exports-api.ts";
import styles from "./exports.module.css";
import { saveFile } from "./save-file.ts";

/** A copy of everything, and what to know before one has it. */
export function TakeAlong(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const words = text.exports.take;
  const [saved, setSaved] = createSignal("");
  const taking = createAction(() => takeAlong(space().id));
  const go = async () => {
    setSaved("");
    const taken = await taking.run();
    if (!taken) return;
    saveFile(taken.value);
    setSaved(words.done(taken.value.name));
  };
  return (
    <Card class={styles["part"] ?? ""}>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <dl class={styles["files"]}>
        <For each={Object.entries(words.files)}>
          {([name, about]) => (
            <div>
              <dt>{name}</dt>
              <dd>{about}</dd>
            </div>
          )}
        </For>
      </dl>
      <Notice>
        <h3>{words.private.title}</h3>
        <ul class={styles["known"]}>
          <li>{words.private.quiet}</li>
          <li>{words.private.without}</li>
          <li>{words.private.readable}</li>
        </ul>
      </Notice>
      <Trouble words={taking.trouble()} />
      <div class={styles["actions"]}>
        <Button kind="primary" aria-disabled={taking.busy()} onClick={() => void go()}>
          <Download />
          {words.action}
        </Button>
        <output>{taking.busy() ? words.busy : saved()}</output>
      </div>
    </Card>
  );
}
