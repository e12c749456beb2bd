import type * as Y from "yjs";

import { type AskView, readAsks } from "../asks/view.ts";
import type { PersonId } from "../ids.ts";

/** Something that one of the two asks for right now, and is not done with. */
export interface OpenAsk extends AskView {
  readonly owner: PersonId;
}

/** The open asks in the document of room `asks`; of nobody knows whom, none. */
export const openAsks = (doc: Y.Doc): readonly OpenAsk[] =>
  readAsks(doc).asks.flatMap((ask) => {
    const { owner, done } = ask;
    return done || owner === null ? [] : [{ ...ask, owner }];
  });
