import { A, useNavigate } from "@solidjs/router";
import { For, type JSX, createSignal } from "solid-js";

import { useMe } from "../accounts/me-context.ts";
import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Trouble } from "../ui/trouble.tsx";
import styles from "./leave-space.module.css";
import { placePath } from "./places.ts";
import { useSpace } from "./space-context.ts";
import { leaveSpace } from "./spaces-api.ts";

/** The way out for good (S16): quiet, alone, and after a word on taking a copy along (S17). */
export function LeaveSpace(): JSX.Element {
  const words = useText().spaces.people.leave;
  const { space } = useSpace();
  const [asking, setAsking] = createSignal(false);
  return (
    <section class={styles["section"]} aria-labelledby="leaving">
      <h2 id="leaving">{words.title}</h2>
      <p>{words.text}</p>
      <p>
        <A href={placePath(space(), "export")} class={styles["link"] ?? ""}>
          {words.export}
        </A>
        <span>{words.exportHint}</span>
      </p>
      <div>
        <Button onClick={() => setAsking(true)}>{words.action}</Button>
      </div>
      <Confirm open={asking()} onClose={() => setAsking(false)} />
    </section>
  );
}

function Confirm(props: { readonly open: boolean; readonly onClose: () => void }): JSX.Element {
  const text = useText();
  const words = text.spaces.people.leave;
  const { space } = useSpace();
  const leaving = createLeaving();
  const isLast = () => space().closed || space().partners.length < 2;
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onClose()}
      title={words.confirm}
      closeLabel={text.ui.close}
    >
      <div class={styles["body"]}>
        <ul class={styles["points"]}>
          <For each={isLast() ? words.pointsAlone : words.points}>
            {(point) => <li>{point}</li>}
          </For>
        </ul>
        <p>
          <A href={placePath(space(), "export")} onClick={() => props.onClose()}>
            {words.export}
          </A>
        </p>
        <Trouble words={leaving.trouble()} />
        <div class={styles["actions"]}>
          <Button onClick={() => props.onClose()}>{words.stay}</Button>
          <Button kind="danger" aria-disabled={leaving.busy()} onClick={() => void leaving.go()}>
            {words.go}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Leaves, takes the space off this device, and goes where the person can begin anew. */
function createLeaving() {
  const { space } = useSpace();
  const { refetch, memory } = useMe();
  const navigate = useNavigate();
  const leaving = createAction(() => leaveSpace(space().id));
  return {
    ...leaving,
    go: async () => {
      const { id, you } = space();
      if (!(await leaving.run())) return;
      // Before the first page looks where they belong.
      await refetch();
      navigate("/", { replace: true });
      await memory.forgetAllOf(you.id, id);
    },
  };
}
