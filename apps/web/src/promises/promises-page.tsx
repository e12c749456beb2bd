import { newEntryId } from "@concord/domain/ids";
import { subjectOfPromise } from "@concord/domain/ledger/subjects";
import type { PromiseView, Wording } from "@concord/domain/promises/view";
import { useLocation, useNavigate } from "@solidjs/router";
import Plus from "~icons/lucide/plus";
import { type JSX, Show, createMemo, createSignal } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useLedger } from "../ledger/ledger-context.ts";
import { NotFound } from "../shell/not-found.tsx";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { Card, EmptyState } from "../ui/surface.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { AnnouncerProvider } from "../workspace/announcer.tsx";
import { type Origin, beginningIn } from "./origin.ts";
import { createPromises } from "./create-promises.ts";
import { From } from "./promise-card.tsx";
import { PromiseForm } from "./promise-form.tsx";
import { PromiseList } from "./promise-list.tsx";
import { createPromiseWords } from "./promise-words.ts";
import styles from "./promises.module.css";

/** What each has promised, by their own word. For the two partners alone. */
export function PromisesPage(): JSX.Element {
  const { space } = useSpace();
  return (
    <Show when={space().you.role === "partner"} fallback={<NotFound />}>
      <AnnouncerProvider>
        <Promises />
      </AnnouncerProvider>
    </Show>
  );
}

function Promises(): JSX.Element {
  const { text, you, other, nameOf } = createPromiseWords();
  const { known, mayDeclare } = useLedger();
  const promises = createPromises();
  const making = createMaking();
  const mine = createMemo(() => promises().filter(({ author }) => author === you()));
  const theirs = createMemo(() => promises().filter(({ author }) => author !== you()));
  const them = (first: PromiseView | undefined) => other() ?? (first ? nameOf(first.author) : null);
  return (
    <div class={styles["page"]}>
      <header class={styles["head"]}>
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
      </header>
      <Show when={known()} fallback={<Waiting />}>
        <Show when={mayDeclare()}>
          <Make making={making} isFirst={mine().length === 0} />
        </Show>
        <Show when={mine().length > 0}>
          <PromiseList title={text.mine} promises={mine()} awaited={making.made()} />
        </Show>
        <Show when={them(theirs()[0])}>
          {(who) => (
            <PromiseList
              title={text.theirs(who())}
              promises={theirs()}
              empty={text.empty.theirs(who())}
            />
          )}
        </Show>
      </Show>
    </div>
  );
}

/** A promise in the making: on its own, or begun at a clause or goal elsewhere. */
function createMaking() {
  const { declare } = useLedger();
  const location = useLocation();
  const navigate = useNavigate();
  const begun = beginningIn(location.state);
  const [isOpen, setOpen] = createSignal(begun !== null);
  const [origin, setOrigin] = createSignal<Origin | null>(begun);
  const [made, setMade] = createSignal<string | null>(null);
  let opener: Element | null = null;
  const close = () => {
    setOpen(false);
    setOrigin(null);
    // Loading the page again doesn't begin it again.
    navigate(location.pathname, { replace: true, scroll: false });
  };
  return {
    isOpen,
    origin,
    made,
    leaveOut: () => setOrigin(null),
    open: () => {
      opener = document.activeElement;
      setOpen(true);
    },
    cancel: () => {
      close();
      if (opener instanceof HTMLElement) opener.focus();
    },
    sent: close,
    send: async ({ cue, action, due }: Wording) => {
      const id = newEntryId();
      setMade(id);
      const body = { cue, action, due, state: "open" as const, from: origin() };
      return await declare({ kind: "promise", subject: subjectOfPromise(id), body });
    },
  };
}

type Making = ReturnType<typeof createMaking>;

function Make(props: { readonly making: Making; readonly isFirst: boolean }): JSX.Element {
  const text = useText().promises;
  const Begin = () => (
    <Button kind="primary" onClick={() => props.making.open()}>
      <Plus />
      {text.make}
    </Button>
  );
  return (
    <Show
      when={props.making.isOpen()}
      fallback={
        <Show
          when={props.isFirst}
          fallback={
            <div class={styles["tools"]}>
              <Begin />
            </div>
          }
        >
          <EmptyState title={text.empty.title}>
            <p>{text.empty.text}</p>
            <Begin />
          </EmptyState>
        </Show>
      }
    >
      <Card class={styles["making"] ?? ""}>
        <PromiseForm
          title={text.form.title}
          hint={text.form.hint}
          action={text.form.send}
          autofocus={props.making.origin() === null}
          send={(wording) => props.making.send(wording)}
          onSent={() => props.making.sent()}
          onCancel={() => props.making.cancel()}
        >
          <Show when={props.making.origin()}>
            {(origin) => (
              <div class={styles["origin"]}>
                <From origin={origin()} />
                <Button kind="quiet" onClick={() => props.making.leaveOut()}>
                  {text.form.leaveOut}
                </Button>
              </div>
            )}
          </Show>
        </PromiseForm>
      </Card>
    </Show>
  );
}
