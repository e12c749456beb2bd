import { For, type JSX, Show, createSignal } from "solid-js";

import { createAgreementTitles } from "../agreements/agreement-titles.ts";
import { useText } from "../i18n/text.ts";
import { focusOn } from "../shell/heading.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { GrantCard } from "./grant-card.tsx";
import { GrantForm } from "./grant-form.tsx";
import styles from "./who-can-look-on.module.css";

/** Every counsellor invited or admitted, in full view of both partners, and the way to invite one. */
export function WhoCanLookOn(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const words = text.observers.section;
  const titles = createAgreementTitles(space().id);
  let heading: HTMLElement | undefined;
  const backToHeading = () => {
    if (heading) focusOn(heading);
  };
  const [inviting, setInviting] = createSignal(false);
  return (
    <section class={styles["section"]} aria-labelledby="looking-on">
      <h2
        id="looking-on"
        ref={(it) => {
          heading = it;
        }}
      >
        {words.title}
      </h2>
      <p>{words.text}</p>
      <ul class={styles["grants"]}>
        <For each={space().grants} fallback={<li class={styles["none"]}>{words.none}</li>}>
          {(grant) => <GrantCard grant={grant} titles={titles()} onDone={backToHeading} />}
        </For>
      </ul>
      <Show
        when={space().partners.length === 2}
        fallback={<p class={styles["none"]}>{words.needsTwo}</p>}
      >
        <div>
          <Button onClick={() => setInviting(true)}>{words.invite}</Button>
        </div>
        <Dialog
          open={inviting()}
          onClose={() => setInviting(false)}
          title={text.observers.form.title}
          closeLabel={text.ui.close}
        >
          <Show when={inviting()}>
            <GrantForm titles={titles()} onDone={() => setInviting(false)} />
          </Show>
        </Dialog>
      </Show>
    </section>
  );
}
