import type { JSX } from "solid-js";
import { For, Show, createResource, createSignal } from "solid-js";

import { useLanguage, useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import styles from "./template-choice.module.css";
import { type TemplateName, loadTemplates, templateNames } from "./templates.ts";

/** A button that offers the sketches that an agreement can begin from. */
export function TemplateChoice(props: {
  readonly onChoose: (name: TemplateName) => void;
}): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const words = text.agreements.templates;
  const [open, setOpen] = createSignal(false);
  const [templates] = createResource(open, () => loadTemplates(locale));
  const choose = (name: TemplateName) => {
    setOpen(false);
    props.onChoose(name);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.action}</Button>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title={words.title}
        closeLabel={text.ui.close}
      >
        <p>{words.text}</p>
        <Show when={templates()}>
          {(templates) => (
            <ul class={styles["list"]}>
              <For each={templateNames}>
                {(name) => (
                  <li>
                    <button
                      type="button"
                      class={styles["choice"]}
                      aria-label={words.begin(templates()[name].title)}
                      onClick={() => choose(name)}
                    >
                      <span class={styles["title"]}>{templates()[name].title}</span>
                      <span class={styles["about"]}>{templates()[name].about}</span>
                    </button>
                  </li>
                )}
              </For>
            </ul>
          )}
        </Show>
      </Dialog>
    </>
  );
}
