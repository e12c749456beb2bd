import { useLocation } from "@solidjs/router";
import { type Accessor, type JSX, Match, Show, Switch } from "solid-js";

import type { Result } from "../api/result.ts";
import { useText } from "../i18n/text.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Circles } from "../ui/circles.tsx";
import { Waiting } from "../ui/waiting.tsx";
import styles from "./account-pages.module.css";
import { useMe } from "./me-context.ts";
import { withReturn } from "./return-to.ts";

interface Offer {
  readonly title: string;
  readonly body: JSX.Element;
  /** What somebody who is signed in can do. */
  readonly action: JSX.Element;
}

interface GateWords {
  readonly first: string;
  readonly signUp: string;
  readonly signIn: string;
  /** The heading where the code opens nothing. */
  readonly failed: string;
}

/**
 * A page behind a code: says what it offers, or why it opens nothing any more; then lets whoever
 * is signed in take it up, and sends everybody else to an account and back.
 */
export function CodeGate<T>(props: {
  readonly answer: Result<T> | undefined;
  /** Which circles are lit: who is there already. */
  readonly lit: "one" | "both";
  readonly words: GateWords;
  readonly children: (value: Accessor<T>) => Offer;
}): JSX.Element {
  const text = useText();
  const value = () => (props.answer?.ok ? props.answer : undefined);
  const problem = () => {
    const answer = props.answer;
    return answer && !answer.ok ? text.problems[answer.problem] : undefined;
  };
  return (
    <div class={styles["sheet"]}>
      <Circles size={120} lit={problem() ? "none" : props.lit} />
      <Switch fallback={<Waiting />}>
        <Match when={value()}>
          {(found) => <Offered offer={props.children(() => found().value)} words={props.words} />}
        </Match>
        <Match when={problem()}>
          <h1>{props.words.failed}</h1>
          <p>{problem()}</p>
          <div>
            <ButtonLink href="/">{text.shell.notFound.back}</ButtonLink>
          </div>
        </Match>
      </Switch>
    </div>
  );
}

function Offered(props: { readonly offer: Offer; readonly words: GateWords }): JSX.Element {
  const location = useLocation();
  const { me } = useMe();
  return (
    <>
      <h1>{props.offer.title}</h1>
      {props.offer.body}
      <Show
        when={me()}
        fallback={
          <div class={styles["first"]}>
            <p>{props.words.first}</p>
            <div class={styles["choices"]}>
              <ButtonLink kind="primary" href={withReturn("/sign-up", location.pathname)}>
                {props.words.signUp}
              </ButtonLink>
              <ButtonLink href={withReturn("/sign-in", location.pathname)}>
                {props.words.signIn}
              </ButtonLink>
            </div>
          </div>
        }
      >
        {props.offer.action}
      </Show>
    </>
  );
}
