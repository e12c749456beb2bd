import type { RoomPath } from "@concord/domain/rooms";
import { type JSX, Match, Show, Switch, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Waiting } from "../ui/waiting.tsx";
import { AnnouncerProvider } from "./announcer.tsx";
import { createDocument } from "./create-document.ts";
import styles from "./document-page.module.css";
import { FullnessNotice } from "./fullness.tsx";
import type { OpenDocument } from "./open-document.ts";
import { LookingOn, PresenceState, createCompany } from "./presence-state.tsx";
import { type Refusal, keepsContent } from "./refusal.ts";
import { SaveState } from "./save-state.tsx";
import { SetAsideNotice } from "./set-aside-notice.tsx";

/**
 * A page on one shared document: its head tells who is here and whether all is saved, its body
 * is there as soon as the document is.
 */
export function DocumentPage(props: {
  readonly path: RoomPath;
  /** The page's h1, and what belongs to it. */
  readonly title: (document: OpenDocument) => JSX.Element;
  readonly children: (document: OpenDocument) => JSX.Element;
}): JSX.Element {
  const document = createDocument(() => props.path);
  return (
    <AnnouncerProvider>
      <Show when={document()} keyed>
        {(document) => <Body document={document} title={props.title} children={props.children} />}
      </Show>
    </AnnouncerProvider>
  );
}

function Body(props: {
  readonly document: OpenDocument;
  readonly title: (document: OpenDocument) => JSX.Element;
  readonly children: (document: OpenDocument) => JSX.Element;
}): JSX.Element {
  const why = () => {
    const state = props.document.state();
    return state.kind === "refused" && !keepsContent(state.why) ? state.why : null;
  };
  const isOpening = () => props.document.state().kind === "opening";
  return (
    <Show when={!why()} fallback={<Refused why={why() ?? "reload"} />}>
      <div class={styles["page"]}>
        <Head document={props.document} title={props.title} />
        <Switch>
          <Match when={isOpening()}>
            <Waiting />
          </Match>
          <Match when={!isOpening()}>{props.children(props.document)}</Match>
        </Switch>
      </div>
    </Show>
  );
}

function Head(props: {
  readonly document: OpenDocument;
  readonly title: (document: OpenDocument) => JSX.Element;
}): JSX.Element {
  // Another document is another page: this one keeps its own.
  const company = createCompany(untrack(() => props.document));
  return (
    <>
      <header class={styles["head"]}>
        <div class={styles["title"]}>{props.title(props.document)}</div>
        <div class={styles["presence"]}>
          <PresenceState document={props.document} company={company()} />
        </div>
        <div class={styles["save"]}>
          <SaveState document={props.document} />
        </div>
      </header>
      <LookingOn company={company()} />
      <FullnessNotice fullness={props.document.fullness()} />
      <SetAsideNotice document={props.document} />
    </>
  );
}

function Refused(props: { readonly why: Refusal }): JSX.Element {
  const text = useText();
  return (
    <div class={styles["refused"]}>
      <h1>{text.workspace.refused[props.why].title}</h1>
      <output>{text.workspace.refused[props.why].text}</output>
    </div>
  );
}
