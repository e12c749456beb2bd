import { type JSX, Match, Switch } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Notice } from "../ui/surface.tsx";
import type { OpenDocument } from "../workspace/open-document.ts";
import { keepsContent } from "../workspace/refusal.ts";
import { saveWords } from "../workspace/save-words.ts";

/** What is the matter with a section's document, where the page's head speaks of all of them. */
export function SectionTrouble(props: {
  readonly document: OpenDocument;
  readonly name: string;
}): JSX.Element {
  const text = useText();
  const refused = () => {
    const state = props.document.state();
    return state.kind === "refused" && !keepsContent(state.why) ? state.why : null;
  };
  const save = () => props.document.save();
  const isMissing = () => save().kind === "offline" && props.document.state().kind === "opening";
  return (
    <Switch>
      <Match when={refused()}>
        {(why) => (
          <Notice tone="care" live>
            <p>{text.workspace.refused[why()].text}</p>
          </Notice>
        )}
      </Match>
      <Match when={isMissing()}>
        <Notice live>
          <p>{text.goals.notHere(props.name)}</p>
        </Notice>
      </Match>
      <Match when={save().kind === "not-saved"}>
        <Notice tone="wrong" live>
          <p>{saveWords(save(), props.document.readOnly, text)}</p>
        </Notice>
      </Match>
    </Switch>
  );
}
