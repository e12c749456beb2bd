import type { Confirmation } from "@concord/domain/accounts/account";
import type { PersonId } from "@concord/domain/ids";
import { type JSX, createSignal } from "solid-js";

import { useText } from "../i18n/text.ts";
import { TextField } from "../ui/field.tsx";
import { Card } from "../ui/surface.tsx";
import { deleteAccount } from "./account-api.ts";
import type { AccountPart } from "./account-page.tsx";
import styles from "./account-page.module.css";
import { ConfirmedAction } from "./confirmed-action.tsx";
import { useMe } from "./me-context.ts";

/** The end of an account, which is also the end of the consent that it was made on (S18, S27). */
export function DeletePart(props: AccountPart): JSX.Element {
  const words = useText().account.remove;
  return (
    <section class={styles["part"]} aria-labelledby="delete">
      <h2 id="delete">{words.title}</h2>
      <Card class={`${styles["card"]} ${styles["last"]}`}>
        <div class={styles["piece"]}>
          <p>{words.text}</p>
          <p>{words.goes}</p>
          <p>{words.stays}</p>
          <p class={styles["soft"]}>{words.backups}</p>
          <p class={styles["soft"]}>{words.export}</p>
          <div class={styles["buttons"]}>
            <Deletion {...props} />
          </div>
        </div>
      </Card>
    </section>
  );
}

function Deletion(props: AccountPart): JSX.Element {
  const words = useText().account.remove;
  const { me, leave, memory } = useMe();
  const [typed, setTyped] = createSignal("");
  const [wrong, setWrong] = createSignal(false);
  const isReady = () => {
    setWrong(typed().trim().toLowerCase() !== words.word);
    return !wrong();
  };
  // Noted before: by the time it is done the server has told this page that nobody is here.
  let person: PersonId | undefined;
  const go = (confirm: Confirmation) => {
    person = me()?.person.id;
    return deleteAccount(confirm);
  };
  const gone = async () => {
    leave();
    if (person) await memory.forgetPerson(person);
    // A fresh page keeps nothing in memory either.
    window.location.replace("/");
  };
  return (
    <ConfirmedAction
      account={props.account}
      kind="danger"
      label={words.action}
      title={words.dialog}
      action={words.final}
      isReady={isReady}
      onOpen={() => {
        setTyped("");
        setWrong(false);
      }}
      run={go}
      onDone={() => void gone()}
    >
      <TextField
        label={words.typed(words.word)}
        error={wrong() ? words.wrong(words.word) : undefined}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </ConfirmedAction>
  );
}
