import type { Answer, Answers, Item, Safety } from "@concord/domain/self-check/items";
import { type Result, resultOf } from "@concord/domain/self-check/result";
import { type JSX, Match, Switch, createSignal } from "solid-js";
import type * as Y from "yjs";

import { useText } from "../i18n/text.ts";
import { VaultGate } from "../vault/vault-gate.tsx";
import vault from "../vault/vault.module.css";
import { HelpInstead } from "./help-instead.tsx";
import { PastPictures } from "./past-pictures.tsx";
import { Picture } from "./picture.tsx";
import { Questions } from "./questions.tsx";

/** A look at one's own part. The answers are in this page's memory alone, until it is left. */
export function SelfCheckPage(): JSX.Element {
  const text = useText();
  return (
    <div class={vault["page"]}>
      <h1>{text.me.parts["self-check"].title}</h1>
      <p>{text.selfCheck.lead}</p>
      <VaultGate>{(open) => <SelfCheck doc={open.doc} />}</VaultGate>
    </div>
  );
}

function SelfCheck(props: { readonly doc: Y.Doc }): JSX.Element {
  const [answers, setAnswers] = createSignal<Answers>({});
  const [safety, setSafety] = createSignal<Safety>({ free: null, afraid: null });
  const [result, setResult] = createSignal<Result>();
  const answer = (item: Item, given: Answer | undefined) =>
    setAnswers((before) => {
      const { [item]: _, ...rest } = before;
      return given === undefined ? rest : { ...rest, [item]: given };
    });
  const picture = () => {
    const now = result();
    return now?.kind === "picture" ? now : null;
  };
  const back = () => setResult(undefined);
  return (
    <Switch>
      <Match when={!result()}>
        <Questions
          answers={answers()}
          safety={safety()}
          onAnswer={answer}
          onSafety={setSafety}
          onShow={() => setResult(resultOf(answers(), safety()))}
        />
        <PastPictures doc={props.doc} />
      </Match>
      <Match when={picture()}>
        {(picture) => <Picture doc={props.doc} picture={picture()} onBack={back} />}
      </Match>
      <Match when={result()?.kind === "help"}>
        <HelpInstead
          onBack={() => {
            // Nothing of it stays behind.
            setAnswers({});
            setSafety({ free: null, afraid: null });
            back();
          }}
        />
      </Match>
    </Switch>
  );
}
