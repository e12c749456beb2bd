import type * as Y from "yjs";

import { type Day, parseDay } from "../dates.ts";
import { type EntryId, isPersonId, type PersonId } from "../ids.ts";
import { type Ordered, parseOrder } from "../order.ts";
import { plainOf } from "../plain.ts";
import { entryViews, field, type Raw, stringOf } from "../views.ts";
import type { Holder } from "./load-commands.ts";
import {
  type AskAnswer,
  asksIn,
  type AskKind,
  loadIn,
  type LoadWish,
  newsIn,
  parseAskAnswer,
  parseAskKind,
  parseLoadWish,
} from "./schema.ts";

export interface AskView extends Ordered {
  /** Null where it isn't known who asked: nobody is given another's words. */
  readonly owner: PersonId | null;
  readonly kind: AskKind;
  readonly note: string;
  readonly answer: AskAnswer | null;
  readonly done: boolean;
  readonly askedOn: Day | null;
}

export interface LoadView extends Ordered {
  readonly what: string;
  readonly holder: Holder;
  readonly wanted: LoadWish;
  readonly done: boolean;
}

export interface QuestionView extends Ordered {
  readonly owner: PersonId | null;
  readonly text: string;
  readonly reply: string;
}

export interface NewsView extends Ordered {
  readonly owner: PersonId | null;
  readonly text: string;
  readonly on: Day | null;
  readonly questions: readonly QuestionView[];
}

const person = (raw: unknown): PersonId | null => (isPersonId(raw) ? raw : null);

function askView(id: EntryId, raw: Raw): AskView {
  return {
    id,
    get order() {
      return parseOrder(field(raw(), "order"));
    },
    get owner() {
      return person(field(raw(), "owner"));
    },
    get kind() {
      return parseAskKind(field(raw(), "kind"));
    },
    get note() {
      return stringOf(field(raw(), "note"));
    },
    get answer() {
      return parseAskAnswer(field(raw(), "answer"), parseAskKind(field(raw(), "kind")));
    },
    get done() {
      return field(raw(), "done") === true;
    },
    get askedOn() {
      return parseDay(field(raw(), "askedOn"));
    },
  };
}

function loadView(id: EntryId, raw: Raw): LoadView {
  return {
    id,
    get order() {
      return parseOrder(field(raw(), "order"));
    },
    get what() {
      return stringOf(field(raw(), "what"));
    },
    get holder() {
      return person(field(raw(), "holder")) ?? "nobody";
    },
    get wanted() {
      return parseLoadWish(field(raw(), "wanted"));
    },
    get done() {
      return field(raw(), "done") === true;
    },
  };
}

function questionView(id: EntryId, raw: Raw): QuestionView {
  return {
    id,
    get order() {
      return parseOrder(field(raw(), "order"));
    },
    get owner() {
      return person(field(raw(), "owner"));
    },
    get text() {
      return stringOf(field(raw(), "text"));
    },
    get reply() {
      return stringOf(field(raw(), "reply"));
    },
  };
}

function newsView(id: EntryId, raw: Raw): NewsView {
  const questions = entryViews(() => field(raw(), "questions"), questionView);
  return {
    id,
    get order() {
      return parseOrder(field(raw(), "order"));
    },
    get owner() {
      return person(field(raw(), "owner"));
    },
    get text() {
      return stringOf(field(raw(), "text"));
    },
    get on() {
      return parseDay(field(raw(), "on"));
    },
    get questions() {
      return questions();
    },
  };
}

/** The three lists over a store's raw values; `readAsks` is the same over a document as it stands. */
export const askViews = (raw: Raw): (() => readonly AskView[]) => entryViews(raw, askView);
export const loadViews = (raw: Raw): (() => readonly LoadView[]) => entryViews(raw, loadView);
export const newsViews = (raw: Raw): (() => readonly NewsView[]) => entryViews(raw, newsView);

export function readAsks(doc: Y.Doc): {
  readonly asks: readonly AskView[];
  readonly load: readonly LoadView[];
  readonly news: readonly NewsView[];
} {
  const [asks, load, news] = [asksIn(doc), loadIn(doc), newsIn(doc)].map((list) => plainOf(list));
  return {
    asks: askViews(() => asks)(),
    load: loadViews(() => load)(),
    news: newsViews(() => news)(),
  };
}
