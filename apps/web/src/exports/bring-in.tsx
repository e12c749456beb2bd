import Upload from "~icons/lucide/upload";
import { type Imported, largestImport } from "@concord/domain/exports/schema";
import { For, type JSX, Show, createSignal } from "solid-js";

import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { focusOn } from "../shell/heading.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { bringIn } from "./exports-api.ts";
import styles from "./exports.module.css";

/** Makes a new space of an export: from choosing the file to the way into the space. */
export function BringIn(): JSX.Element {
  const text = useText();
  const words = text.exports.bring;
  const [made, setMade] = createSignal<Imported>();
  return (
    <Show
      when={made()}
      fallback={
        <>
          <p>{words.text}</p>
          <ChooseFile onMade={setMade} />
        </>
      }
    >
      {(made) => <Made made={made()} />}
    </Show>
  );
}

function ChooseFile(props: { readonly onMade: (made: Imported) => void }): JSX.Element {
  const text = useText();
  const words = text.exports.bring;
  const [file, setFile] = createSignal<File>();
  const [isMissing, setMissing] = createSignal(false);
  const { bringing, trouble } = createBringing(file);
  let input: HTMLInputElement | undefined;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(!file());
    if (!file()) return input?.focus();
    const made = await bringing.run();
    if (made) props.onMade(made.value);
  };
  return (
    <form class={styles["form"]} noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        ref={(it) => {
          input = it;
        }}
        label={words.file}
        hint={words.fileHint}
        error={isMissing() ? words.none : undefined}
        type="file"
        accept=".zip,.json,application/zip,application/json"
        onChange={(event) => {
          setFile(event.currentTarget.files?.[0]);
          setMissing(false);
        }}
      />
      <Trouble words={trouble()} />
      <div class={styles["actions"]}>
        <Button type="submit" aria-disabled={bringing.busy()}>
          <Upload />
          {words.action}
        </Button>
        <output>{bringing.busy() ? words.busy : ""}</output>
      </div>
    </form>
  );
}

/** Sends the chosen file, unless it can't be one of ours; says in words what is wrong with it. */
function createBringing(file: () => File | undefined) {
  const text = useText();
  const [isTooLarge, setTooLarge] = createSignal(false);
  const bringing = createAction(async () => {
    const chosen = file();
    const answer =
      chosen && chosen.size <= largestImport
        ? await bringIn(chosen)
        : ({ ok: false, problem: "too-large" } as const);
    setTooLarge(!answer.ok && answer.problem === "too-large");
    return answer;
  });
  const trouble = () =>
    bringing.trouble() && isTooLarge() ? text.exports.bring.tooLarge : bringing.trouble();
  return { bringing, trouble };
}

function Made(props: { readonly made: Imported }): JSX.Element {
  const text = useText();
  const words = text.exports.bring;
  return (
    <div class={styles["made"]}>
      <h3 ref={focusOn}>{words.done}</h3>
      <p>{words.doneText}</p>
      <Show when={props.made.leftOut.length > 0}>
        <p>{words.without}</p>
        <ul class={styles["known"]}>
          <For each={props.made.leftOut}>{(what) => <li>{words.leftOut[what]}</li>}</For>
        </ul>
      </Show>
      <div>
        <ButtonLink href={`/space/${props.made.id}`} kind="primary">
          {words.open}
        </ButtonLink>
      </div>
    </div>
  );
}
