import { needWords } from "@concord/domain/ledger/canonical";
import { subjectOfEntry } from "@concord/domain/ledger/subjects";
import { wasBoundary } from "@concord/domain/needs/stood-by";
import type { NeedView } from "@concord/domain/needs/view";
import { type JSX, createMemo } from "solid-js";

import { Assent } from "../ledger/assent.tsx";
import type { OpenDocument } from "../workspace/open-document.ts";
import styles from "./needs.module.css";
import { Offers } from "./offers.tsx";

/** What each declares about a need: its owner that this is what they mean, the other an offer. */
export function NeedWord(props: {
  readonly document: OpenDocument;
  readonly need: NeedView;
  /** What it is called in a sentence. */
  readonly name: string;
}): JSX.Element {
  const words = createMemo(() => needWords(props.need));
  return (
    <div class={styles["word"]}>
      <Assent
        subject={subjectOfEntry("needs", props.need.id)}
        owner={props.need.owner}
        text={words()}
        name={props.name}
        document={props.document}
        isMeant
        keepInSight={wasBoundary}
      />
      <Offers
        id={props.need.id}
        owner={props.need.owner}
        name={props.name}
        isAsking={words() !== "" && props.need.status !== "met"}
        document={props.document}
      />
    </div>
  );
}
