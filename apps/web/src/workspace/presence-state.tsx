import Eye from "~icons/lucide/eye";
import EyeOff from "~icons/lucide/eye-off";
import { createAwarenessStates } from "@concord/solid-yjs/awareness";
import { type Accessor, type JSX, Show, createEffect, createMemo, mapArray, on } from "solid-js";

import { type Dictionary, useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { Circles } from "../ui/circles.tsx";
import { useAnnouncer } from "./announcer.tsx";
import type { OpenDocument } from "./open-document.ts";
import { type Company, companyOf, isSameCompany, nobody } from "./presence.ts";
import styles from "./presence-state.module.css";
import { useWorkspace } from "./workspace-context.tsx";

type PresenceWords = Dictionary["workspace"]["presence"];

const namesOf = (people: Company["partners"]): readonly string[] => people.map(({ name }) => name);

/**
 * Who else has one of these documents open at this moment (S8); oneself, on whatever device, is
 * left out.
 */
export function createCompany(documents: Accessor<readonly OpenDocument[]>): Accessor<Company> {
  const { space } = useSpace();
  const states = createMemo(
    mapArray(documents, ({ awareness }) => createAwarenessStates(awareness)),
  );
  const all = () => states().flatMap((each) => Object.values(each));
  return createMemo(() => companyOf(all(), space().you.id), nobody, { equals: isSameCompany });
}

function presenceWords(
  names: readonly string[],
  { readOnly, quiet, words }: { readOnly: boolean; quiet: boolean; words: PresenceWords },
): string {
  if (readOnly) return names.length > 0 ? words.withThem(names) : words.nobody;
  if (quiet) return names.length > 0 ? words.quietWith(names) : words.quietOn;
  return names.length > 0 ? words.here(names) : words.onlyYou;
}

/** The two circles, each lit while its person has this page open; and the wish to be left alone. */
export function PresenceState(props: {
  readonly document: OpenDocument;
  readonly company: Company;
}): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const { quiet } = useWorkspace();
  const { say } = useAnnouncer();
  const isHere = (seat: 1 | 2) => {
    const you = space().you;
    const self = you.role === "partner" && you.seat === seat && !quiet.on();
    return self || props.company.partners.some((person) => person.seat === seat);
  };
  const lit = () => {
    if (isHere(1)) return isHere(2) ? "both" : "one";
    return isHere(2) ? "two" : "none";
  };
  const words = () =>
    presenceWords(namesOf(props.company.partners), {
      readOnly: props.document.readOnly,
      quiet: quiet.on(),
      words: text.workspace.presence,
    });
  createEffect(on(words, (now) => say(now), { defer: true }));
  return (
    <div class={styles["presence"]}>
      <Circles size={42} lit={lit()} />
      <span class={styles["words"]}>{words()}</span>
      <Show when={!props.document.readOnly}>
        <Button
          kind="quiet"
          icon
          aria-pressed={quiet.on()}
          aria-label={text.workspace.presence.quiet}
          title={text.workspace.presence.quietHint}
          onClick={() => quiet.set(!quiet.on())}
        >
          <Show when={quiet.on()} fallback={<Eye />}>
            <EyeOff />
          </Show>
        </Button>
      </Show>
    </div>
  );
}

/** S12: an observer who is connected cannot be overlooked. */
export function LookingOn(props: { readonly company: Company }): JSX.Element {
  const text = useText();
  const { say } = useAnnouncer();
  const words = () => {
    const names = namesOf(props.company.observers);
    return names.length > 0 ? text.workspace.presence.lookingOn(names) : null;
  };
  createEffect(() => {
    const now = words();
    if (now) say(now);
  });
  return (
    <Show when={words()}>
      {(words) => (
        <p class={styles["lookingOn"]}>
          <Eye aria-hidden="true" />
          {words()}
        </p>
      )}
    </Show>
  );
}
