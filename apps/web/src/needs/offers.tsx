import HeartHandshake from "~icons/lucide/heart-handshake";
import Pencil from "~icons/lucide/pencil";
import Undo from "~icons/lucide/undo-2";
import type { EntryId } from "@concord/domain/ids";
import type { DeclarationOf } from "@concord/domain/ledger/schema";
import { subjectOfEntry } from "@concord/domain/ledger/subjects";
import type { Owner } from "@concord/domain/owners";
import { type JSX, For, Show, createEffect, createMemo, createSignal, on } from "solid-js";

import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { createWords } from "../ledger/assent-words.ts";
import { useLedger } from "../ledger/ledger-context.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { useAnnouncer } from "../workspace/announcer.tsx";
import type { OpenDocument } from "../workspace/open-document.ts";
import { OfferForm } from "./offer-form.tsx";
import styles from "./offers.module.css";

type Offer = DeclarationOf<"backing">;

export interface OffersProps {
  readonly id: EntryId;
  readonly owner: Owner;
  /** What the need is called in a sentence. */
  readonly name: string;
  /** Whether there is anything to offer something for: words, and not met yet. */
  readonly isAsking: boolean;
  readonly document: OpenDocument;
}

/** What the partners have offered for a need, each by themselves; and one's own offer. */
export function Offers(props: OffersProps): JSX.Element {
  const offers = createOffers(props);
  return (
    <Show when={offers.standing().length > 0 || offers.mayOffer() || offers.isWriting()}>
      <div class={styles["offers"]}>
        <For each={offers.standing()}>
          {(row) => (
            <figure class={styles["offer"]}>
              <figcaption>
                <HeartHandshake aria-hidden="true" />
                <span class={styles["onScreen"]}>{offers.label(row)}</span>
                <span class={styles["onPaper"]}>{offers.paperLabel(row)}</span>
              </figcaption>
              <blockquote>{row.body.words}</blockquote>
            </figure>
          )}
        </For>
        <Trouble words={offers.takingBack.trouble()} />
        <OwnOffer {...props} offers={offers} />
      </div>
    </Show>
  );
}

/** What one can do about one's own offer. The focus stays there, whatever becomes of the buttons. */
function OwnOffer(
  props: OffersProps & { readonly offers: ReturnType<typeof createOffers> },
): JSX.Element {
  let place: HTMLElement | undefined;
  const focus = () => place?.querySelector<HTMLElement>("textarea, button")?.focus();
  const write = (on: boolean) => {
    props.offers.setWriting(on);
    focus();
  };
  const takeBack = async () => {
    await props.offers.takingBack.run();
    focus();
  };
  return (
    <div
      ref={(it) => {
        place = it;
      }}
    >
      <Show when={props.offers.isWriting()}>
        <OfferForm
          subject={props.offers.subject()}
          words={props.offers.mine()?.body.words ?? ""}
          document={props.document}
          onDone={() => write(false)}
        />
      </Show>
      <Show when={!props.offers.isWriting() && props.offers.mayOffer()}>
        <Actions
          name={props.name}
          mine={props.offers.mine()}
          onWrite={() => write(true)}
          onTakeBack={() => void takeBack()}
        />
      </Show>
    </div>
  );
}

function Actions(props: {
  readonly name: string;
  readonly mine: Offer | undefined;
  readonly onWrite: () => void;
  readonly onTakeBack: () => void;
}): JSX.Element {
  const text = useText();
  return (
    <div class={styles["own"]}>
      <Show
        when={props.mine}
        fallback={
          <Button
            kind="quiet"
            class={styles["first"] ?? ""}
            aria-label={text.needs.offer.actionFor(props.name)}
            onClick={() => props.onWrite()}
          >
            <HeartHandshake />
            {text.needs.offer.action}
          </Button>
        }
      >
        <Button
          kind="quiet"
          class={styles["first"] ?? ""}
          aria-label={text.needs.offer.changeOf(props.name)}
          onClick={() => props.onWrite()}
        >
          <Pencil />
          {text.needs.offer.change}
        </Button>
        <Button
          kind="quiet"
          aria-label={text.needs.offer.takeBackOf(props.name)}
          onClick={() => props.onTakeBack()}
        >
          <Undo />
          {text.ledger.takeBack}
        </Button>
      </Show>
    </div>
  );
}

function createOffers(props: OffersProps) {
  const { space } = useSpace();
  const { view, known, withdraw } = useLedger();
  const text = useText();
  const words = createWords();
  const [isWriting, setWriting] = createSignal(false);
  const subject = () => subjectOfEntry("needs", props.id);
  const standing = createMemo(() =>
    view()
      .standing("backing", subject())
      .filter(({ author }) => space().partners.some(({ id }) => id === author)),
  );
  const mine = () => standing().find(({ author }) => author === words.you());
  const takingBack = createAction(async () => {
    const row = mine();
    return row ? await withdraw(row.id) : { ok: true, value: null };
  });
  createOfferNews(props, standing);
  return {
    subject,
    standing,
    mine,
    takingBack,
    isWriting,
    setWriting,
    /** Of what is somebody else's, or both's. */
    mayOffer: () =>
      known() && (mine() !== undefined || (props.isAsking && props.owner !== words.you())),
    label: (row: Offer) =>
      row.author === words.you()
        ? text.needs.offer.youOffered(words.day(row))
        : text.needs.offer.theyOffered(words.nameOf(row.author), words.day(row)),
    /** Whoever reads the paper is nobody's "you". */
    paperLabel: (row: Offer) => {
      const who = space().partners.find(({ id }) => id === row.author)?.name ?? "";
      return text.needs.offer.theyOffered(who, words.day(row));
    },
  };
}

/** Says what the other has just offered or taken back; nothing of what was before. */
function createOfferNews(props: OffersProps, standing: () => readonly Offer[]): void {
  const { known } = useLedger();
  const { say } = useAnnouncer();
  const text = useText();
  const words = createWords();
  const theirs = () => standing().find(({ author }) => author !== words.you());
  createEffect(
    on([theirs, known], ([now, isKnown], before) => {
      if (!isKnown || !before?.[1] || now?.id === before[0]?.id) return;
      const { said, saidBack } = text.needs.offer;
      const row = now ?? before[0];
      if (row) say((now ? said : saidBack)(words.nameOf(row.author), props.name));
    }),
  );
}
