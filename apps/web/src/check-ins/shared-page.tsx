import { addNote } from "@concord/domain/check-ins/commands";
import type { CheckInAnswer } from "@concord/domain/check-ins/declared";
import { issueText } from "@concord/domain/check-ins/schema";
import { readIssue, readNotes } from "@concord/domain/check-ins/view";
import { type EntryId, newEntryId } from "@concord/domain/ids";
import { subjectOfCheckIn } from "@concord/domain/ledger/subjects";
import { editText } from "@concord/domain/text";
import ArrowDown from "~icons/lucide/arrow-down";
import { For, type JSX, Show, createSignal, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useLedger } from "../ledger/ledger-context.ts";
import { focusOn } from "../shell/heading.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { DocumentPage } from "../workspace/document-page.tsx";
import type { OpenDocument } from "../workspace/open-document.ts";
import { Answer } from "./answer.tsx";
import styles from "./check-in.module.css";
import { Notes } from "./notes.tsx";

/** What each wrote, side by side, and what both write down while they talk. */
export function SharedPage(props: {
  readonly id: EntryId;
  readonly back: JSX.Element | undefined;
}): JSX.Element {
  const text = useText();
  return (
    <DocumentPage
      path={`check-in/${props.id}`}
      title={() => (
        <>
          {props.back}
          <h1>{text.checkIns.title}</h1>
        </>
      )}
    >
      {(document) => <Together document={document} id={props.id} />}
    </DocumentPage>
  );
}

function Together(props: { readonly document: OpenDocument; readonly id: EntryId }): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const document = untrack(() => props.document);
  return (
    <div class={styles["sections"]}>
      {/* The answers are in the ledger, which an observer never sees (S14). */}
      <Show when={space().you.role === "partner"}>
        <Answers {...props} />
      </Show>
      <section class={styles["section"]} aria-labelledby="notes">
        <h2 id="notes">{text.checkIns.notes.title}</h2>
        <Notes document={document} from={subjectOfCheckIn(props.id)} />
      </section>
    </div>
  );
}

function Answers(props: { readonly document: OpenDocument; readonly id: EntryId }): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const { view } = useLedger();
  const words = text.checkIns.answers;
  /** By their places: neither is before the other. */
  const answers = () => view().standing("check-in-answer", subjectOfCheckIn(props.id));
  return (
    <section class={styles["section"]} aria-labelledby="answers">
      <h2 id="answers">{words.title}</h2>
      <div class={styles["pair"]}>
        <For each={answers()}>
          {({ author, body }) => (
            <Answer author={author} answer={body}>
              <Show when={author === space().you.id}>
                <BringMine document={props.document} answer={body} />
              </Show>
            </Answer>
          )}
        </For>
      </div>
    </section>
  );
}

/** One's own words, put into the notes by oneself and as a fresh insert. */
function BringMine(props: {
  readonly document: OpenDocument;
  readonly answer: CheckInAnswer;
}): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const words = text.checkIns.answers;
  const [brought, setBrought] = createSignal(false);
  const bring = () => {
    bringIn(props.document, props.answer, space().you.id);
    setBrought(true);
  };
  return (
    <div class={styles["bring"]}>
      <Show when={!brought()} fallback={<output ref={focusOn}>{words.brought}</output>}>
        <Button onClick={bring}>
          <ArrowDown />
          {words.bring}
        </Button>
      </Show>
    </div>
  );
}

/** What is there already, in the same words, isn't put there twice. */
function bringIn(
  { doc }: OpenDocument,
  { appreciation, issue, help }: CheckInAnswer,
  owner: Parameters<typeof addNote>[2]["owner"],
): void {
  for (const [list, text] of [
    ["appreciations", appreciation],
    ["help", help],
  ] as const) {
    const isThere = readNotes(doc, list).some((note) => note.text === text);
    if (text !== "" && !isThere) addNote(doc, list, { id: newEntryId(), owner, text });
  }
  const known = readIssue(doc);
  if (issue === "" || known.includes(issue)) return;
  const insert = known.trim() === "" ? issue : `\n\n${issue}`;
  editText(doc, issueText(doc), { index: known.length, remove: 0, insert });
}
