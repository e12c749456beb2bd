import { type Day, parseDay } from "@concord/domain/dates";
import { isDueInReach } from "@concord/domain/promises/rules";
import type { Wording } from "@concord/domain/promises/view";
import { type JSX, createSignal, createUniqueId, onMount, untrack } from "solid-js";

import { createAction } from "../api/action.ts";
import type { Result } from "../api/result.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { onEscape } from "../ui/on-escape.ts";
import { Trouble } from "../ui/trouble.tsx";
import { dayOf } from "../workspace/coarse-day.ts";
import styles from "./promises.module.css";

const dayMs = 24 * 60 * 60 * 1000;
/** In days: near enough to be small. */
const usually = 7;
const mostWords = 300;

interface FormProps {
  readonly title: string;
  readonly hint: string;
  readonly action: string;
  /** What stands now, where it is to be changed. */
  readonly wording?: Wording;
  /** Whether the first field takes the focus. */
  readonly autofocus: boolean;
  readonly children?: JSX.Element;
  readonly send: (wording: Wording) => Promise<Result<unknown>>;
  readonly onSent: () => void;
  readonly onCancel: () => void;
}

/** The day as it may stand, or null. */
function sensible(day: string): Day | null {
  const due = parseDay(day);
  const today = parseDay(dayOf(Date.now()));
  return due && today && isDueInReach(due, today) ? due : null;
}

/** What is being written, and whether it can be sent. */
function createDraft(props: FormProps) {
  const before = untrack(() => props.wording);
  const [cue, setCue] = createSignal(before?.cue ?? "");
  const [action, setAction] = createSignal(before?.action ?? "");
  const inAWeek = dayOf(Date.now() + usually * dayMs);
  const [due, setDue] = createSignal((before && sensible(before.due)) ?? inAWeek);
  const [tried, setTried] = createSignal(false);
  const wording = (): Wording | null => {
    const day = sensible(due());
    const will = action().trim();
    return day && will !== "" ? { cue: cue().trim(), action: will, due: day } : null;
  };
  return {
    cue,
    setCue,
    action,
    setAction,
    due,
    setDue,
    wording,
    tryIt: () => setTried(true),
    actionWrong: () => tried() && action().trim() === "",
    dueWrong: () => tried() && sensible(due()) === null,
  };
}

/** "When …, I will …, by …": to promise something, or something else than before. */
export function PromiseForm(props: FormProps): JSX.Element {
  const text = useText();
  const title = createUniqueId();
  const draft = createDraft(props);
  let form: HTMLFormElement | undefined;
  const sending = createAction(async () => {
    const wording = draft.wording();
    return wording ? await props.send(wording) : { ok: true, value: null };
  });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    draft.tryIt();
    if (!draft.wording()) form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    else if (await sending.run()) props.onSent();
  };
  onMount(() => {
    if (props.autofocus) form?.querySelector("input")?.focus();
  });
  return (
    <form
      class={styles["form"]}
      novalidate
      aria-labelledby={title}
      ref={(it) => {
        form = it;
        onEscape(() => props.onCancel())(it);
      }}
      onSubmit={(event) => void submit(event)}
    >
      <div>
        <h3 id={title}>{props.title}</h3>
        <p class={styles["hint"]}>{props.hint}</p>
      </div>
      {props.children}
      <Fields draft={draft} />
      <Trouble words={sending.trouble()} />
      <div class={styles["line"]}>
        <Button type="submit" kind="primary" aria-disabled={sending.busy()}>
          {props.action}
        </Button>
        <Button kind="quiet" onClick={() => props.onCancel()}>
          {text.promises.form.cancel}
        </Button>
      </div>
    </form>
  );
}

function Fields(props: { readonly draft: ReturnType<typeof createDraft> }): JSX.Element {
  const words = useText().promises.form;
  const day = (days: number) => dayOf(Date.now() + days * dayMs);
  return (
    <>
      <TextField
        label={words.when}
        placeholder={words.whenPlaceholder}
        maxlength={mostWords}
        autocomplete="off"
        value={props.draft.cue()}
        onInput={(event) => props.draft.setCue(event.currentTarget.value)}
      />
      <TextField
        label={words.will}
        placeholder={words.willPlaceholder}
        maxlength={mostWords}
        autocomplete="off"
        required
        error={props.draft.actionWrong() ? words.willWrong : undefined}
        value={props.draft.action()}
        onInput={(event) => props.draft.setAction(event.currentTarget.value)}
      />
      <div class={styles["day"]}>
        <TextField
          type="date"
          label={words.by}
          required
          error={props.draft.dueWrong() ? words.byWrong : undefined}
          min={day(0)}
          max={day(365)}
          value={props.draft.due()}
          onInput={(event) => props.draft.setDue(event.currentTarget.value)}
        />
      </div>
    </>
  );
}
