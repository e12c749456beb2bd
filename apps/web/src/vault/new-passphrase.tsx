import { type JSX, createSignal } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import styles from "./vault.module.css";

/** The fewest characters: length is what makes a passphrase hard to guess. */
const shortest = 12;

/** Chooses a passphrase, typed twice. */
export function NewPassphrase(props: {
  readonly action: string;
  readonly onChosen: (passphrase: string) => void;
}): JSX.Element {
  const text = useText();
  const words = text.me.begin;
  const [first, setFirst] = createSignal("");
  const [second, setSecond] = createSignal("");
  const [tried, setTried] = createSignal(false);
  const isShort = () => first().normalize("NFKC").length < shortest;
  const differs = () => first() !== second();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isShort() && !differs()) props.onChosen(first());
  };
  return (
    <form class={styles["form"]} novalidate onSubmit={submit}>
      <TextField
        label={words.passphrase}
        hint={words.passphraseHint}
        error={tried() && isShort() ? words.tooShort : undefined}
        type="password"
        autocomplete="off"
        value={first()}
        onInput={(event) => setFirst(event.currentTarget.value)}
      />
      <TextField
        label={words.again}
        error={tried() && !isShort() && differs() ? words.notTheSame : undefined}
        type="password"
        autocomplete="off"
        value={second()}
        onInput={(event) => setSecond(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" kind="primary">
          {props.action}
        </Button>
      </div>
    </form>
  );
}
