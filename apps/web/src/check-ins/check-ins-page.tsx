import type { CheckIn } from "@concord/domain/check-ins/schema";
import { type JSX, Show, createMemo, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Trouble } from "../ui/trouble.tsx";
import { DocumentPage } from "../workspace/document-page.tsx";
import type { OpenDocument } from "../workspace/open-document.ts";
import { createAnswer } from "./answer-of-server.ts";
import { Cadence } from "./cadence.tsx";
import { fetchCheckIns, fetchOwnLines } from "./check-ins-api.ts";
import styles from "./check-ins.module.css";
import { Earlier } from "./earlier.tsx";
import { Now } from "./now.tsx";
import { OwnLinesSection } from "./own-lines.tsx";

/** How often, the one that is open, those before, and what one said of oneself over time. */
export function CheckInsPage(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  return (
    <DocumentPage
      path="check-ins"
      title={() => (
        <>
          <h1>{text.checkIns.title}</h1>
          <p>{text.checkIns.lead}</p>
        </>
      )}
    >
      {(document) => (
        <>
          <Show when={space().you.role === "partner"}>
            <CheckIns document={document} />
          </Show>
          <Show when={space().you.role === "observer"}>
            <Cadence document={document} />
          </Show>
        </>
      )}
    </DocumentPage>
  );
}

function CheckIns(props: { readonly document: OpenDocument }): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const document = untrack(() => props.document);
  const answer = createAnswer(() => fetchCheckIns(space().id));
  const lines = createAnswer(() => fetchOwnLines(space().id));
  const all = createMemo<readonly CheckIn[]>(() => answer.value()?.checkIns ?? []);
  const problem = () => {
    const code = answer.problem();
    return code && text.problems[code];
  };
  return (
    <div class={styles["sections"]}>
      <Trouble words={problem()} />
      <Show when={answer.value()}>
        <Now document={document} checkIns={all()} onBegun={() => void answer.ask()} />
      </Show>
      <Cadence document={document} />
      <Earlier checkIns={all()} />
      <OwnLinesSection lines={lines.value()?.lines ?? []} />
    </div>
  );
}
