import { Email } from "@concord/domain/accounts/account";
import { PersonName } from "@concord/domain/accounts/schema";
import { type JSX, Show, createSignal } from "solid-js";
import * as v from "valibot";

import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Card } from "../ui/surface.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { changeEmail, changeName } from "./account-api.ts";
import type { AccountPart } from "./account-page.tsx";
import styles from "./account-page.module.css";
import { ConfirmedAction } from "./confirmed-action.tsx";
import { useMe } from "./me-context.ts";

export function WhoPart(props: AccountPart): JSX.Element {
  const words = useText().account.who;
  return (
    <section class={styles["part"]} aria-labelledby="who">
      <h2 id="who">{words.title}</h2>
      <Card class={styles["card"] ?? ""}>
        <NamePiece changed={() => props.changed()} />
        <EmailPiece {...props} />
      </Card>
    </section>
  );
}

function NamePiece(props: { readonly changed: () => void }): JSX.Element {
  const text = useText();
  const words = text.account.who;
  const { me, refetch } = useMe();
  const [typed, setTyped] = createSignal<string>();
  const [wrong, setWrong] = createSignal(false);
  const [said, setSaid] = createSignal("");
  const name = () => typed() ?? me()?.person.name ?? "";
  const changing = createAction(() => changeName(name()));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setSaid("");
    setWrong(!v.is(PersonName, name()));
    if (wrong() || !(await changing.run())) return;
    await refetch();
    setTyped(undefined);
    setSaid(text.account.saved);
    props.changed();
  };
  return (
    <form class={styles["piece"]} novalidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={words.name}
        error={wrong() ? words.nameWrong : undefined}
        autocomplete="name"
        maxlength="80"
        value={name()}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <Trouble words={changing.trouble()} />
      <div class={styles["buttons"]}>
        <Button type="submit" aria-disabled={changing.busy()}>
          {words.nameAction}
        </Button>
      </div>
      <output class={styles["said"]}>{said()}</output>
    </form>
  );
}

function EmailPiece(props: AccountPart): JSX.Element {
  const text = useText();
  const words = text.account.who;
  const { me, refetch } = useMe();
  const [email, setEmail] = createSignal("");
  const [wrong, setWrong] = createSignal(false);
  const [said, setSaid] = createSignal("");
  const isReady = () => {
    setWrong(!v.is(Email, email()));
    return !wrong();
  };
  const done = async () => {
    await refetch();
    setSaid(text.account.saved);
    props.changed();
  };
  return (
    <div class={styles["piece"]}>
      <div>
        <h3>{words.email}</h3>
        <Show when={me()}>{(me) => <p class={styles["state"]}>{me().person.email}</p>}</Show>
      </div>
      <p class={styles["soft"]}>{words.emailText}</p>
      <div class={styles["buttons"]}>
        <ConfirmedAction
          account={props.account}
          label={words.emailAction}
          title={words.emailAction}
          action={words.emailAction}
          isReady={isReady}
          onOpen={() => {
            setEmail("");
            setWrong(false);
            setSaid("");
          }}
          run={(confirm) => changeEmail(email(), confirm)}
          onDone={() => void done()}
        >
          <p class={styles["soft"]}>{words.emailNote}</p>
          <TextField
            label={words.emailNew}
            error={wrong() ? words.emailWrong : undefined}
            type="email"
            autocomplete="email"
            value={email()}
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
        </ConfirmedAction>
      </div>
      <output class={styles["said"]}>{said()}</output>
    </div>
  );
}
