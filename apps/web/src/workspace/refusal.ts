import { type CloseMeaning, meaningOf } from "@concord/sync/protocol/close";

/** Why a document is not, or no longer, live; the words for each are in the dictionary. */
export type Refusal =
  | "signed-out"
  | "not-open-to-you"
  | "no-such-page"
  | "too-large"
  | "restored"
  | "reload"
  | "newer";

/** What a close means to the person. Null where the client comes back by itself. */
export function refusalOf(code: number, reason: string): Refusal | null {
  return ofMeaning(meaningOf(code, reason));
}

function ofMeaning({ code, action }: CloseMeaning): Refusal | null {
  if (action === "retry") return null;
  if (action === "sign-in") return "signed-out";
  if (action === "reload") return "reload";
  if (action === "discard") return "restored";
  if (code === 4404) return "no-such-page";
  return code === 4413 ? "too-large" : "not-open-to-you";
}

/**
 * Whether what is on the screen may stay there. Who was signed out, or must reload, keeps their
 * words in front of them; what is no longer theirs to see goes at once.
 */
export function keepsContent(refusal: Refusal): boolean {
  return (
    refusal === "signed-out" ||
    refusal === "too-large" ||
    refusal === "restored" ||
    refusal === "reload"
  );
}
