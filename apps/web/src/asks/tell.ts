import { type Accessor, createEffect, createMemo, on } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useAnnouncer } from "../workspace/announcer.tsx";
import type { BoardProps } from "./asks-board.tsx";
import type { Listener } from "./tidings.ts";

/** Says at once, and politely, what the other has done; nothing of what is there already. */
export function createTelling<State>(
  board: BoardProps,
  states: Accessor<readonly State[]>,
  tell: (before: readonly State[], now: readonly State[], listener: Listener) => readonly string[],
): void {
  const text = useText();
  const { say } = useAnnouncer();
  const listener = (): Listener => ({
    you: board.you,
    other: board.other()?.name ?? text.workspace.theOther,
    nameOf: board.nameOf,
    words: text.asks,
  });
  createEffect(
    on(createMemo(states), (now, before) => {
      for (const words of before ? tell(before, now, listener()) : []) say(words);
    }),
  );
}
