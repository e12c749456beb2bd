import ArrowLeft from "~icons/lucide/arrow-left";
import { setReviewOn } from "@concord/domain/agreements/commands";
import { agreementTitle, detailsIn } from "@concord/domain/agreements/schema";
import { reviewOnOf } from "@concord/domain/agreements/view";
import { parseDay } from "@concord/domain/dates";
import { type EntryId, isEntryId } from "@concord/domain/ids";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { A, useLocation, useParams } from "@solidjs/router";
import { type JSX, Show, Suspense, lazy, untrack } from "solid-js";

import { useLanguage, useText } from "../i18n/text.ts";
import { NotFound } from "../shell/not-found.tsx";
import { useSpace } from "../spaces/space-context.ts";
import { PrintButton } from "../ui/print-button.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { DocumentPage } from "../workspace/document-page.tsx";
import { createDocumentUndo } from "../workspace/document-undo.ts";
import type { OpenDocument } from "../workspace/open-document.ts";
import { SharedText } from "../workspace/shared-text.tsx";
import styles from "./agreement-page.module.css";
import { beginFromTemplate } from "./begin-from-template.ts";
import { mirrorInIndex } from "./mirror-in-index.ts";
import { Signed } from "./signed.tsx";
import { createTitle } from "./title.ts";

const ClauseList = lazy(async () => ({
  default: (await import("./editor/clause-list.tsx")).ClauseList,
}));

/** One agreement: its title, the day on which both look at it again, its clauses. */
export function AgreementPage(): JSX.Element {
  const params = useParams();
  const id = () => {
    const raw: unknown = params["id"];
    return isEntryId(raw) ? raw : null;
  };
  return (
    <Show when={id()} keyed fallback={<NotFound />}>
      {(id) => (
        <DocumentPage path={`agreement/${id}`} title={(document) => <Title document={document} />}>
          {(document) => <Sheet document={document} id={id} />}
        </DocumentPage>
      )}
    </Show>
  );
}

function Title(props: { readonly document: OpenDocument }): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const title = createTitle(untrack(() => props.document.doc));
  return (
    <>
      <A href={`/space/${space().id}/agreements`} class={styles["back"] ?? ""}>
        <ArrowLeft aria-hidden="true" />
        {text.agreements.all}
      </A>
      <h1 class="visually-hidden">{title() || text.agreements.untitled}</h1>
    </>
  );
}

function Sheet(props: { readonly document: OpenDocument; readonly id: EntryId }): JSX.Element {
  const text = useText();
  // Another document is another page: this one keeps its own.
  const document = untrack(() => props.document);
  const { doc, readOnly } = document;
  const undo = createDocumentUndo(doc);
  const title = createTitle(doc);
  if (!readOnly) {
    mirrorInIndex(
      doc,
      untrack(() => props.id),
    );
    beginFromTemplate(document);
  }
  return (
    <article class={styles["sheet"]}>
      <header class={styles["head"]}>
        <SharedText
          {...{ doc, undo, readOnly }}
          look="title"
          label={text.agreements.titleLabel}
          placeholder={text.agreements.titlePlaceholder}
          value={title()}
          text={() => agreementTitle(doc)}
          autofocus={isFresh()}
        />
        <p class={styles["nature"]}>{text.agreements.nature}</p>
        <Signed document={document} />
        <div class={styles["tools"]}>
          <Review document={document} />
          <PrintButton />
        </div>
      </header>
      <Suspense fallback={<Waiting />}>
        <ClauseList document={document} undo={undo} />
      </Suspense>
    </article>
  );
}

/** Whether the list has just made this agreement: its title comes first then. */
function isFresh(): boolean {
  const state: unknown = useLocation().state;
  return typeof state === "object" && state !== null && "fresh" in state;
}

function Review(props: { readonly document: OpenDocument }): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const { doc, readOnly } = untrack(() => props.document);
  const details = createMapStore(detailsIn(doc));
  const day = () => reviewOnOf(details);
  const inWords = () => {
    const date = new Date(`${day()}T12:00:00`);
    return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(date);
  };
  return (
    <Show
      when={!readOnly}
      fallback={
        <Show when={day()}>
          <p class={styles["review"]}>{text.agreements.reviewOn(inWords())}</p>
        </Show>
      }
    >
      <label class={styles["review"]} classList={{ [styles["noDay"] ?? ""]: !day() }}>
        {text.agreements.review}
        <Show when={day()}>
          <span class={styles["printed"]}>{inWords()}</span>
        </Show>
        <input
          type="date"
          class={styles["date"]}
          value={day() ?? ""}
          onChange={(event) => setReviewOn(doc, parseDay(event.currentTarget.value))}
        />
      </label>
    </Show>
  );
}
