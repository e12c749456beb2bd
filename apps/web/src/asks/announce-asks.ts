import type { AskView } from "@concord/domain/asks/view";
import { type Accessor, createEffect, on } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useAnnouncer } from "../workspace/announcer.tsx";
import type { BoardProps } from "./asks-board.tsx";

/** Says at once what the other asks for, and what they answer: to who cannot see it appear. */
export function announceAsks(board: BoardProps, asks: Accessor<readonly AskView[]>): void {
  const text = useText();
  const { say } = useAnnouncer();
  const facts = () => asks().map(({ id, owner, kind, answer }) => ({ id, owner, kind, answer }));
  const other = () =>
    board.owners.options().find(({ value }) => value !== "ours" && value !== board.you)?.short ??
    text.workspace.theOther;
  createEffect(
    on(
      facts,
      (now, before) => {
        if (!before || !board.document.synced()) return;
        for (const ask of now) {
          const known = before.find(({ id }) => id === ask.id);
          const isMine = ask.owner === board.you;
          if (!known && !isMine) say(text.asks.now.saidNew(board.nameOf(ask.owner), ask.kind));
          if (known && isMine && ask.answer && ask.answer !== known.answer)
            say(text.asks.now.saidAnswer(other(), ask.answer));
        }
      },
      { defer: true },
    ),
  );
}
