import Lock from "~icons/lucide/lock";
import { AnswerCheckIn, type OneCheckIn, scales } from "@concord/domain/check-ins/schema";
import * as v from "valibot";
import { For, type JSX, createEffect, createSignal, on, untrack } from "solid-js";

import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { Trouble } from "../ui/trouble.tsx";
import styles from "./check-in.module.css";
import { sealAnswer } from "./check-ins-api.ts";
import { type Draft, emptyDraft } from "./own-memory.ts";
import { useOwnMemory } from "./own-memory-context.ts";
import { ScaleChoice } from "./scale-choice.tsx";
import { WordsField } from "./words-field.tsx";

interface Preparing {
  readonly checkIn: OneCheckIn;
  readonly onSealed: () => void;
}

const questions = ["appreciation", "issue", "help"] as const;

/** One's own answers, in the browser alone until they are sealed. */
export function PreparePage(props: Preparing): JSX.Element {
  const text = useText();
  const words = text.checkIns.form;
  const { draft, change, seal, trouble, busy } = createPreparation(props);
  const alone = () => props.checkIn.alone;
  return (
    <form
      class={styles["form"]}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void seal();
      }}
    >
      <div class={styles["intro"]}>
        <h2>{words.title}</h2>
        <p>{words.lead}</p>
      </div>
      <div class={styles["questions"]}>
        <For each={questions}>
          {(question) => (
            <WordsField
              label={words[question]}
              hint={words[`${question}Hint`]}
              value={draft()[question]}
              onInput={(value) => change({ [question]: value })}
            />
          )}
        </For>
      </div>
      <fieldset class={styles["private"]}>
        <legend>{words.scalesTitle}</legend>
        <p>{words.scalesText}</p>
        <For each={scales}>
          {(scale) => (
            <ScaleChoice
              scale={scale}
              value={draft().lines[scale]}
              onChoose={(value) => change({ lines: { ...draft().lines, [scale]: value } })}
            />
          )}
        </For>
      </fieldset>
      <div class={styles["sealing"]}>
        <p>{alone() ? words.sealAloneText : words.sealText}</p>
        <Trouble words={trouble()} />
        <Button type="submit" kind="primary" aria-disabled={busy()}>
          <Lock />
          {alone() ? words.sealAlone : words.seal}
        </Button>
      </div>
    </form>
  );
}

function createPreparation(props: Preparing) {
  const text = useText();
  const { space } = useSpace();
  const memory = useOwnMemory();
  const id = untrack(() => props.checkIn.id);
  const [draft, setDraft] = createSignal<Draft>(memory.draft(id) ?? emptyDraft);
  const [isEmpty, setEmpty] = createSignal(false);
  createEffect(on(draft, (now) => memory.keepDraft(id, now), { defer: true }));
  const body = (): AnswerCheckIn | null => {
    const { lines, ...answer } = draft();
    const parsed = v.safeParse(AnswerCheckIn, { answer, lines });
    return parsed.success ? parsed.output : null;
  };
  const sealing = createAction(() => {
    const sealed = body();
    return sealed
      ? sealAnswer(space().id, id, sealed)
      : Promise.resolve({ ok: false, problem: "bad-request" } as const);
  });
  return {
    draft,
    busy: sealing.busy,
    trouble: () => (isEmpty() ? text.checkIns.form.nothing : sealing.trouble()),
    change: (part: Partial<Draft>) => {
      setEmpty(false);
      setDraft((before) => ({ ...before, ...part }));
    },
    seal: async () => {
      setEmpty(body() === null);
      if (isEmpty()) return;
      const sealed = await sealing.run();
      if (!sealed) return;
      memory.forgetDraft(id);
      props.onSealed();
    },
  };
}
