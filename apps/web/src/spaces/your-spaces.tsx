import type { Me } from "@concord/domain/accounts/schema";
import { A, useNavigate } from "@solidjs/router";
import { For, type JSX, Show, createSignal } from "solid-js";

import { useMe } from "../accounts/me-context.ts";
import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { EmptyState } from "../ui/surface.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { pathOfCode } from "./code.ts";
import { startSpace } from "./spaces-api.ts";
import styles from "./your-spaces.module.css";

/** Where somebody with no place yet, or with several, begins. */
export function YourSpaces(props: { readonly me: Me }): JSX.Element {
  const text = useText();
  const words = text.spaces.yours;
  const { refetch } = useMe();
  const navigate = useNavigate();
  const start = createAction(startSpace);
  const go = async () => {
    const made = await start.run();
    if (!made) return;
    navigate(`/space/${made.value.id}`);
    await refetch();
  };
  const startButton = () => (
    <Button kind="primary" aria-disabled={start.busy()} onClick={() => void go()}>
      {words.start}
    </Button>
  );
  return (
    <div class={styles["page"]}>
      <Show
        when={props.me.spaces.length > 0 || props.me.observing.length > 0}
        fallback={
          <>
            <h1>{text.accounts.hello(props.me.person.name)}</h1>
            <EmptyState title={words.none}>
              <p>{words.noneText}</p>
              {startButton()}
            </EmptyState>
          </>
        }
      >
        <h1>{words.title}</h1>
        <ul class={styles["list"]}>
          <For each={props.me.spaces}>
            {(space) => (
              <li>
                <A class={styles["space"]} href={`/space/${space.id}`}>
                  {space.partners.length > 1 ? text.observers.names(space.partners) : words.alone}
                  <Show when={space.closed}> ({words.closed})</Show>
                </A>
              </li>
            )}
          </For>
          <Show when={props.me.observing.length > 0}>
            <li>
              <A class={styles["space"]} href="/desk">
                {words.desk}
              </A>
            </li>
          </Show>
        </ul>
        <Show when={props.me.spaces.every(({ closed }) => closed)}>{startButton()}</Show>
      </Show>
      <Trouble words={start.trouble()} />
      <HaveCode />
      <HaveExport />
    </div>
  );
}

function HaveExport(): JSX.Element {
  const text = useText();
  const words = text.spaces.yours;
  return (
    <section class={styles["code"]}>
      <h2>{words.haveExport}</h2>
      <div>
        <ButtonLink href="/import">{words.bringExport}</ButtonLink>
      </div>
    </section>
  );
}

function HaveCode(): JSX.Element {
  const text = useText();
  const words = text.spaces.yours;
  const navigate = useNavigate();
  const [typed, setTyped] = createSignal("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const path = pathOfCode(typed());
    if (path) navigate(path);
  };
  return (
    <section class={styles["code"]}>
      <h2>{words.haveCode}</h2>
      <form class={styles["form"]} onSubmit={submit}>
        <TextField
          label={words.code}
          hint={words.codeHint}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          required
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit">{words.useCode}</Button>
      </form>
    </section>
  );
}
