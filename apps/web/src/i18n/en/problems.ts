import type { ProblemCode } from "@concord/domain/problems";

/**
 * What we say for each refusal, by its code. `unreachable` and `unreadable` are the client's own:
 * no answer came, or one that makes no sense.
 */
export const problems: Record<ProblemCode | "unreachable" | "unreadable", string> = {
  "bad-request":
    "Something in this form didn’t arrive as it should. Please look through it once more.",
  "bad-origin": "This page was opened from another address than the one this Concord answers to.",
  "signed-out": "You’re signed out. Sign in and carry on where you were.",
  "wrong-credentials": "That e-mail address and password don’t go together. Please try once more.",
  "consent-required": "Both statements need your tick before we may keep anything for you.",
  "email-taken": "There’s already an account with this e-mail address. You can sign in with it.",
  "weak-password": "Please choose a longer password: eight characters or more.",
  "second-factor-required": "Now the six digits that your app shows, please.",
  "wrong-code":
    "That code isn’t right, or it has been used already. Each works once: wait for the next one.",
  "passkey-refused": "That passkey isn’t known here, or it wasn’t used to the end.",
  "confirm-again": "That wasn’t right, so nothing was changed. Please try once more.",
  "no-passkeys-here": "Passkeys don’t work at the address of this Concord.",
  "last-way-in":
    "Without this you couldn’t get in any more. Add a passkey and recovery codes first, or a password.",
  "no-such-page": "There’s nothing at this address.",
  "no-such-space": "This place doesn’t exist, or it isn’t open to you.",
  "not-a-partner": "Only the two partners can do this.",
  "space-full": "There are already two people here, and there’s room for no more.",
  "space-closed":
    "This space is closed. What’s in it can be read and taken along, and nothing is added any more.",
  "already-partner": "You’re already part of this.",
  "invitation-invalid":
    "This invitation isn’t known here. Perhaps a letter is missing from the link?",
  "invitation-expired": "This invitation has run out. Ask for a new one: it takes a moment.",
  "invitation-used":
    "This invitation has already been used. Ask for a new one if it wasn’t by you.",
  "grant-invalid": "This invitation isn’t known here. Perhaps a letter is missing from the link?",
  "grant-expired": "The time this invitation was for is over. The couple can send you a new one.",
  "grant-used": "This invitation has already been used. The couple can send you a new one.",
  "until-out-of-range": "Please choose an end that lies ahead of now, and within the next year.",
  "text-changed": "The text has changed since you read it. Please read it once more.",
  "no-such-entry": "This isn’t here any more, or it isn’t something to agree to.",
  "not-yours": "Only the person it belongs to can say this.",
  "nothing-to-agree": "There are no words here yet. Write them first, then agree to them.",
  "already-settled": "This has been ended already, and stays as it is.",
  "already-answered": "You’ve answered this check-in already. What’s sealed stays as it is.",
  "check-in-over": "This check-in is over. You can begin another whenever you both like.",
  "import-damaged":
    "This file isn’t an export of Concord, or something in it was damaged on the way. Nothing was brought in.",
  "import-too-new":
    "This export was made by a newer Concord than this one. Nothing was brought in.",
  "vault-conflict":
    "Another device of yours has written since. Both will be put together; please try again.",
  "too-large": "That’s more than fits in one go. Please make it shorter.",
  "too-many": "That was a lot of tries in a short time. Please wait a few minutes.",
  "not-now": "The server is busy or restarting. Please try again in a moment.",
  "our-fault": "Something went wrong on our side. Nothing you wrote is lost; please try again.",
  unreachable: "We can’t reach the server. Check your connection and try again.",
  unreadable: "The server answered in a way we don’t understand. Reloading the page may help.",
};
