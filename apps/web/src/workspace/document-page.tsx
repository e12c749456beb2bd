import type { RoomPath } from "@concord/domain/rooms";
import { type Accessor, type JSX, Match, Show, Switch, createMemo } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Waiting } from "../ui/waiting.tsx";
import { AnnouncerProvider } from "./announcer.tsx";
import { createDocument, createDocuments } from "./create-document.ts";
import styles from "./document-page.module.css";
import { FullnessNotice } from "./fullness.tsx";
import type { OpenDocument } from "./open-document.ts";
import { pageSave } from "./page-save.ts";
import { LookingOn, PresenceState, createCompany } from "./presence-state.tsx";
import { type Refusal, keepsContent } from "./refusal.ts";
import { SaveState } from "./save-state.tsx";
import { SetAsideNotice } from "./set-aside-notice.tsx";

interface PageParts {
  /** The page's h1, and what belongs to it. */
  readonly title: (document: OpenDocument) => JSX.Element;
  readonly children: (
    document: OpenDocument,
    beside: Accessor<readonly OpenDocument[]>,
  ) => JSX.Element;
}

/**
 * A page on one shared document: its head tells who is here and whether all is saved, its body
 * is there as soon as the document is. Others may be open beside it: what is written there counts
 * for what the head says about saving, and an observer there is as visible (S12).
 */
export function DocumentPage(
  props: PageParts & { readonly path: RoomPath; readonly beside?: readonly RoomPath[] },
): JSX.Element {
  const document = createDocument(() => props.path);
  const beside = createDocuments(() => props.beside ?? []);
  return (
    <AnnouncerProvider>
      <Show when={document()} keyed>
        {(document) => (
          <Body
            document={document}
            beside={beside()}
            title={props.title}
            children={props.children}
          />
        )}
      </Show>
    </AnnouncerProvider>
  );
}

interface BodyProps extends PageParts {
  readonly document: OpenDocument;
  readonly beside: readonly OpenDocument[];
}

function Body(props: BodyProps): JSX.Element {
  const why = () => {
    const state = props.document.state();
    return state.kind === "refused" && !keepsContent(state.why) ? state.why : null;
  };
  const isOpening = () => props.document.state().kind === "opening";
  return (
    <Show when={!why()} fallback={<Refused why={why() ?? "reload"} />}>
      <div class={styles["page"]}>
        <Head document={props.document} beside={props.beside} title={props.title} />
        <Switch>
          <Match when={isOpening()}>
            <Waiting />
          </Match>
          <Match when={!isOpening()}>{props.children(props.document, () => props.beside)}</Match>
        </Switch>
      </div>
    </Show>
  );
}

function Head(props: Omit<BodyProps, "children">): JSX.Element {
  const documents = () => [props.document, ...props.beside];
  const company = createCompany(() => [props.document]);
  const everybody = createCompany(documents);
  const save = createMemo(() => pageSave(documents()));
  return (
    <>
      <header class={styles["head"]}>
        <div class={styles["title"]}>{props.title(props.document)}</div>
        <div class={styles["presence"]}>
          <PresenceState document={props.document} company={company()} />
        </div>
        <div class={styles["save"]}>
          <SaveState {...save()} />
        </div>
      </header>
      <LookingOn company={everybody()} />
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
