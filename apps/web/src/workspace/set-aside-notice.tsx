import { type JSX, Match, Show, Switch, createSignal, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { CopyText } from "../ui/copy-field.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Notice } from "../ui/surface.tsx";
import type { OpenDocument } from "./open-document.ts";
import styles from "./set-aside-notice.module.css";
import { copiesSetAside, letGoSetAside, readSetAside } from "./set-aside.ts";

/**
 * Says that this page was restored on the server without what its person had written here, and
 * has that for them to read and copy for as long as they want it.
 */
export function SetAsideNotice(props: { readonly document: OpenDocument }): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  // Another document is another page: this one keeps its own.
  const { room, readOnly } = untrack(() => props.document);
  const person = untrack(space).you.id;
  const find = () => (readOnly ? [] : copiesSetAside(person, room));
  const [copies, setCopies] = createSignal(find());
  const [words, setWords] = createSignal<string | null>("");
  const [open, setOpen] = createSignal(false);
  const read = async () => {
    setWords(await readSetAside(room, copies()));
    setOpen(true);
  };
  const letGo = async () => {
    for (const copy of copies()) await letGoSetAside(copy);
    setOpen(false);
    setCopies(find());
  };
  return (
    <Show when={copies().length > 0}>
      <Notice tone="care" live>
        <p>{text.workspace.setAside.notice}</p>
        <div>
          <Button onClick={() => void read()}>{text.workspace.setAside.read}</Button>
        </div>
      </Notice>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title={text.workspace.setAside.title}
        closeLabel={text.ui.close}
      >
        <div class={styles["body"]}>
          <Switch>
            <Match when={words() === null}>
              <p>{text.workspace.setAside.notNow}</p>
            </Match>
            <Match when={words() === ""}>
              <p>{text.workspace.setAside.noWords}</p>
            </Match>
            <Match when={words()}>
              <p>{text.workspace.setAside.text}</p>
              <CopyText label={text.workspace.setAside.label} value={words() ?? ""} />
            </Match>
          </Switch>
          <Button kind="danger" class={styles["letGo"] ?? ""} onClick={() => void letGo()}>
            {text.workspace.setAside.letGo}
          </Button>
        </div>
      </Dialog>
    </Show>
  );
}
