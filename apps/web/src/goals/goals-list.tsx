import Plus from "~icons/lucide/plus";
import { For, type JSX, Match, Show, Switch, createUniqueId, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/surface.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { FullnessNotice } from "../workspace/fullness.tsx";
import { ListTools } from "../workspace/list-tools.tsx";
import { RemovedToast } from "../workspace/removed-toast.tsx";
import { keepsContent } from "../workspace/refusal.ts";
import { SetAsideNotice } from "../workspace/set-aside-notice.tsx";
import { GoalCard } from "./goal-card.tsx";
import type { GoalSection } from "./goal-section.ts";
import styles from "./goals.module.css";
import type { HandingOver } from "./hand-over.ts";
import { SectionTrouble } from "./section-trouble.tsx";

interface SectionProps {
  readonly section: GoalSection;
  /** The page's head already tells of its document. */
  readonly isFirst: boolean;
  readonly handingOver: HandingOver;
}

/** The goals of one document: both partners', one's own, or the other's own. */
export function GoalsList(props: SectionProps): JSX.Element {
  const id = createUniqueId();
  // Another section is another list: this one keeps its own.
  const section = untrack(() => props.section);
  const { document, kind } = section;
  const words = createSectionWords(section);
  const why = () => {
    const state = document.state();
    return state.kind === "refused" && !keepsContent(state.why) ? state.why : null;
  };
  const isOpening = () => document.state().kind === "opening";
  return (
    <section class={styles["section"]} aria-labelledby={id} data-goals={kind}>
      <header class={styles["sectionHead"]}>
        <h2 id={id}>{words.title()}</h2>
        <p>{words.lead()}</p>
      </header>
      <Show when={!props.isFirst}>
        <SectionTrouble document={document} name={words.title()} />
        <FullnessNotice fullness={document.fullness()} />
        <SetAsideNotice document={document} />
      </Show>
      <Switch fallback={<Goals {...props} labelledby={id} />}>
        <Match when={why()}>{null}</Match>
        <Match when={isOpening()}>
          <Show when={document.save().kind !== "offline"}>
            <Waiting />
          </Show>
        </Match>
      </Switch>
    </section>
  );
}

/** What a section is called, and what holds in it, for whoever looks. */
function createSectionWords({ kind, owner, owners }: GoalSection) {
  const text = useText();
  const { space } = useSpace();
  const { sections } = text.goals;
  const looksOn = () => space().you.role === "observer";
  const other = () => space().partners.find((partner) => partner.id !== space().you.id)?.name;
  const name = () => owners.nameOf(owner);
  const title = () => {
    if (kind === "theirs") return sections.theirs.title(name());
    if (kind === "mine") return sections.mine.title;
    return looksOn() ? sections.ours.titleObserver : sections.ours.title;
  };
  const lead = () => {
    if (looksOn())
      return kind === "ours" ? sections.ours.observer : sections.theirs.observer(name());
    if (kind === "theirs") return sections.theirs.lead(name());
    const partner = other();
    if (partner === undefined) return sections[kind].alone;
    return kind === "mine" ? sections.mine.lead(partner) : sections.ours.lead;
  };
  return { title, lead };
}

function Goals(props: SectionProps & { readonly labelledby: string }): JSX.Element {
  const text = useText();
  const section = untrack(() => props.section);
  const { document, goals, list, add, undo, kind } = section;
  const mayAdd = !document.readOnly;
  const Add = () => (
    <Button kind={kind === "ours" ? "primary" : "secondary"} onClick={add}>
      <Plus />
      {kind === "mine" ? text.goals.addMine : text.goals.add}
    </Button>
  );
  return (
    <>
      <Show when={mayAdd && (goals().length > 0 || undo.canUndo())}>
        <ListTools undo={undo}>
          <Add />
        </ListTools>
      </Show>
      <Show
        when={goals().length > 0}
        fallback={
          <Nothing section={section}>
            <Show when={mayAdd && !undo.canUndo()}>
              <Add />
            </Show>
          </Nothing>
        }
      >
        <ol class={styles["list"]} aria-labelledby={props.labelledby} ref={(it) => list.ref(it)}>
          <For each={goals()}>
            {(goal, at) => (
              <GoalCard
                section={section}
                goal={goal}
                place={at() + 1}
                handingOver={props.handingOver}
              />
            )}
          </For>
        </ol>
      </Show>
      <RemovedToast list={list} words={text.goals.removed} undo={undo} />
    </>
  );
}

/** While there are none: what such goals are for, and the first thing to do. */
function Nothing(props: {
  readonly section: GoalSection;
  readonly children: JSX.Element;
}): JSX.Element {
  const text = useText();
  const { kind, document, owner, owners } = untrack(() => props.section);
  const { empty } = text.goals;
  const words = () => {
    if (kind === "theirs") return empty.theirs(owners.nameOf(owner));
    if (kind === "mine") return empty.mine;
    return document.readOnly ? empty.readOnly : empty.text;
  };
  return (
    <Show
      when={kind === "ours" && !document.readOnly}
      fallback={
        <div class={styles["none"]}>
          <p>{words()}</p>
          {props.children}
        </div>
      }
    >
      <EmptyState title={empty.title}>
        <p>{words()}</p>
        {props.children}
      </EmptyState>
    </Show>
  );
}
