import HandHeart from "~icons/lucide/hand-heart";
import { useNavigate } from "@solidjs/router";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import type { MenuItem } from "../ui/menu.tsx";
import type { Origin } from "./origin.ts";

/** Enough to take the first line from, in characters. */
const enough = 400;

/** What a menu offers to begin a promise from something: a clause, a goal, a check-in. */
export function createPromiseFrom(origin: () => Origin): MenuItem {
  const text = useText();
  const navigate = useNavigate();
  const { space } = useSpace();
  return {
    label: text.promises.fromMenu,
    icon: HandHeart,
    act: () => {
      const { subject, words } = origin();
      const promiseFrom = { subject, words: words.slice(0, enough) };
      navigate(`/space/${space().id}/promises`, { state: { promiseFrom } });
    },
  };
}
