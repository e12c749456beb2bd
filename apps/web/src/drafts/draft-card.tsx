import Trash from "~icons/lucide/trash-2";
import {
  type DraftText,
  type DraftView,
  draftText,
  setDraftNeedKind,
} from "@concord/domain/drafts/drafts";
import { hintsIn } from "@concord/domain/drafts/soft-start";
import { needKinds } from "@concord/domain/needs/schema";
import { For, type JSX, Match, Show, Switch } from "solid-js";
import type * as Y from "yjs";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { PillSelect } from "../ui/pill-select.tsx";
import type { DocumentUndo } from "../workspace/document-undo.ts";
import type { EntryList } from "../workspace/entry-list.ts";
import { SharedText } from "../workspace/shared-text.tsx";
import styles from "./drafts.module.css";
import { ShareDraft } from "./share-draft.tsx";

export interface DraftProps {
  readonly doc: Y.Doc;
  readonly undo: DocumentUndo;
  readonly list: EntryList;
  readonly draft: DraftView;
}

export function DraftCard(props: DraftProps): JSX.Element {
  const text = useText();
  const words = text.drafts;
  const name = () => props.list.nameOf(props.draft.id);
  return (
    <li class={styles["card"]} data-entry={props.draft.id}>
      <div class={styles["row"]}>
        <span class={styles["kind"]}>{words.kinds[props.draft.kind].name}</span>
        <Show when={props.draft.kind === "need"}>
          <PillSelect
            label={words.kind(name())}
            value={props.draft.needKind}
            options={needKinds.map((kind) => ({
              value: kind,
              short: text.needs.kinds[kind].name,
              long: text.needs.kindOption(kind),
            }))}
            onChoose={(kind) => setDraftNeedKind(props.doc, props.draft.id, kind)}
          />
        </Show>
        <Button
          kind="quiet"
          icon
          class={styles["end"] ?? ""}
          aria-label={words.remove(name())}
          onClick={() => props.list.remove(props.draft.id)}
        >
          <Trash />
        </Button>
      </div>
      <Switch>
        <Match when={props.draft.kind === "need"}>
          <Field {...props} name="text" label={words.text} first />
          <Field {...props} name="help" label={words.help} />
        </Match>
        <Match when={props.draft.kind === "clause"}>
          <Field {...props} name="text" label={words.text} first />
        </Match>
        <Match when={props.draft.kind === "soft-start"}>
          <Field {...props} name="feel" label={words.feel} first />
          <Field {...props} name="about" label={words.about} />
          <Field {...props} name="text" label={words.need} />
          <Hints {...props} />
        </Match>
      </Switch>
      <ShareDraft {...props} name={name()} />
    </li>
  );
}

function Field(
  props: DraftProps & {
    readonly name: DraftText;
    readonly label: string;
    readonly first?: boolean;
  },
): JSX.Element {
  return (
    <SharedText
      doc={props.doc}
      undo={props.undo}
      readOnly={false}
      text={() => draftText(props.doc, props.draft.id, props.name)}
      look={props.first ? "words" : "small"}
      labelled
      value={props.draft[props.name]}
      label={props.label}
      autofocus={props.first ? props.list.takeFocus(props.draft.id) : false}
    />
  );
}

/** What might be heard as a reproach: a hint for the writer, here and nowhere else. */
function Hints(props: DraftProps): JSX.Element {
  const text = useText();
  const hints = () => hintsIn([props.draft.feel, props.draft.about, props.draft.text].join("\n"));
  return (
    <output class={styles["hints"]}>
      <For each={hints()}>{(hint) => <span>{text.drafts.hints[hint]}</span>}</For>
    </output>
  );
}
