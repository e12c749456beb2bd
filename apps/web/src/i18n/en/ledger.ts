/** Names joined as the language does it: “Maya and Jonas”. */
const and = (names: readonly string[]): string =>
  new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);

export const ledger = {
  you: "you",
  /** Words of one who writes and one who reads agreeing to the same thing. */
  ours: {
    agree: "I agree to this",
    agreeToo: "I agree too",
    agreeAgain: "I agree to it as it is now",
    agreeing: (name: string) => `I agree to ${name}`,
    youAgreed: (other: string, day: string) =>
      `You agreed on ${day}. It’s in force once ${other} agrees too.`,
    youAgreedAlone: (day: string) => `You agreed on ${day}.`,
    theyAgreed: (who: string, day: string) => `${who} agreed to these words on ${day}.`,
    inForce: (day: string) => `In force since ${day}`,
    changed: (names: readonly string[]) => `Changed since ${and(names)} agreed`,
    stillInForce: (day: string) =>
      `What you both agreed to on ${day} still holds until you both agree to something else.`,
    said: (who: string, name: string) => `${who} agreed to ${name}`,
    saidChanged: (name: string) => `${name} has changed since it was agreed`,
  },
  /** The same of something that both mean rather than keep to: a need. */
  oursMeant: {
    agree: "This is true for me",
    agreeToo: "True for me too",
    agreeAgain: "True for me as it is now",
    agreeing: (name: string) => `${name} is true for me`,
    youAgreed: (other: string, day: string) =>
      `You said on ${day} that this is true for you. ${other} may say so too.`,
    youAgreedAlone: (day: string) => `You said on ${day} that this is true for you.`,
    theyAgreed: (who: string, day: string) => `${who} said on ${day} that this is true for them.`,
    inForce: (day: string) => `True for both of you since ${day}`,
    changed: (names: readonly string[]) => `Changed since ${and(names)} stood by it`,
    stillInForce: (day: string) => `What you both stood by on ${day} can be read below.`,
    said: (who: string, name: string) => `${who} stands by ${name}`,
    saidChanged: (name: string) => `${name} has changed since somebody stood by it`,
  },
  /** One person stands by what they wrote about themselves. */
  own: {
    agree: "This is what I mean",
    agreeAgain: "This is what I mean now",
    agreeing: (name: string) => `${name} is what I mean`,
    youAgreed: (day: string) => `You said on ${day} that this is what you mean.`,
    theyAgreed: (who: string, day: string) => `${who} said on ${day}: this is what I mean.`,
    changedYou: "Changed since you said that this is what you mean",
    changedThey: (who: string) => `Changed since: these aren’t ${who}’s own words any more`,
    said: (who: string, name: string) => `${who} stands by ${name}`,
    /** Of what must not be changed unseen: a boundary. */
    inSight: {
      changedYou: "Changed since you stood by it: these aren’t your own words any more",
      changedThey: (who: string) =>
        `Changed since ${who} stood by it: these aren’t ${who}’s own words any more`,
      yourWords: (day: string) => `What you stood by on ${day}:`,
      theirWords: (who: string, day: string) => `What ${who} stood by on ${day}:`,
      said: (name: string) => `${name} has been changed since somebody stood by it`,
    },
    signedBy: (who: string, day: string) => `${who} said on ${day}: this is what I mean.`,
  },
  /** The words are the same, but not whose they are. */
  whoseChanged: "The words are the same, but whose they are has been changed.",
  reviewOn: (day: string) => `to be looked at again on ${day}`,
  takeBack: "Take it back",
  takeBackOf: (name: string) => `Take back my word on ${name}`,
  whatChanged: "What changed",
  whatWasAgreed: "What was agreed",
  added: "added:",
  removed: "taken out:",
  sending: "Your latest words are still on their way. Please try again when it says “Saved”.",
  changedMeanwhile: "The text has changed since you read it:",
  signedBy: (who: string, day: string) => `Agreed by ${who} on ${day}`,
};
