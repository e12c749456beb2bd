import LogOut from "~icons/lucide/log-out";
import { type JSX, Show, createSignal } from "solid-js";

import type { Trouble as TroubleCode } from "../api/result.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { signOut } from "./accounts-api.ts";
import { useMe } from "./me-context.ts";
import styles from "./sign-out.module.css";

/** Signs out and takes everything of this person off this device; asks first if that loses work. */
export function SignOut(props: { readonly compact?: boolean }): JSX.Element {
  const text = useText();
  const { me, leave, memory } = useMe();
  const [asking, setAsking] = createSignal(false);
  const [problem, setProblem] = createSignal<TroubleCode>();
  const go = async () => {
    const person = me()?.person.id;
    const answer = await signOut();
    if (!answer.ok && answer.problem !== "signed-out") {
      setProblem(answer.problem);
      setAsking(true);
      return;
    }
    leave();
    if (person) await memory.forgetPerson(person);
    // A fresh page keeps nothing in memory either.
    window.location.replace("/");
  };
  const start = async () => {
    setProblem(undefined);
    const { hasUnsaved } = await import("../workspace/unsaved.ts");
    if (hasUnsaved()) setAsking(true);
    else await go();
  };
  return (
    <>
      <Button
        kind="quiet"
        icon={props.compact ?? false}
        aria-label={text.accounts.signOut.action}
        onClick={() => void start()}
      >
        <Show when={props.compact} fallback={text.accounts.signOut.action}>
          <LogOut />
        </Show>
      </Button>
      <Dialog
        open={asking()}
        onClose={() => setAsking(false)}
        title={text.accounts.signOut.title}
        closeLabel={text.ui.close}
      >
        <div class={styles["body"]}>
          <Show when={problem()} fallback={<p>{text.accounts.signOut.unsaved}</p>}>
            {(code) => <Trouble words={text.problems[code()]} />}
          </Show>
          <div class={styles["actions"]}>
            <Button onClick={() => setAsking(false)}>{text.accounts.signOut.stay}</Button>
            <Button kind="danger" onClick={() => void go()}>
              {problem() ? text.shell.tryAgain : text.accounts.signOut.anyway}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
