/** Names joined as the language does it: “Maya and Jonas”. */
const and = (names: readonly string[]): string =>
  new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);

export const observers = {
  names: and,
  rooms: {
    needs: "Needs",
    goals: "Goals",
    asks: "Asks",
    agreements: "The list of agreements",
    agreement: "An agreement",
    session: "Notes of a meeting",
  },
  agreementNamed: (title: string) => `Agreement: ${title}`,
  admitted: (names: readonly string[]) =>
    names.length === 1 ? `${names[0]} can look on` : `${and(names)} can look on`,
  section: {
    title: "Who can look on",
    text: "A counsellor can read along on the pages you name, until a day you name. They can’t change anything. It needs both of you to say yes; either of you can end it alone, at any time.",
    none: "Nobody looks on.",
    needsTwo: "Once both of you are here, you can invite a counsellor.",
    invite: "Invite a counsellor",
  },
  form: {
    title: "Invite a counsellor",
    which: "Which pages may they read?",
    whichHint: "Only these. Anything you write later on other pages stays closed to them.",
    until: "Until the end of",
    untilHint: "It ends by itself. You can end it sooner.",
    untilWrong: "Please choose a day from today on, and within the next year.",
    roomsWrong: "Please choose at least one page.",
    action: "Make the invitation",
    readyTitle: "Hand this link to your counsellor",
    ready: (partner: string) =>
      `By making it you have said yes. It takes effect once ${partner} has said yes too and your counsellor has accepted.`,
    link: "Link for your counsellor",
    done: "Done",
  },
  grant: {
    nobodyYet: "Not accepted yet",
    until: (day: string) => `until ${day}`,
    agreed: (names: readonly string[]) => `${and(names)} said yes`,
    waitingFor: (names: readonly string[]) => `Waiting for ${and(names)} to agree`,
    waitingForYou: "Waiting for you to agree",
    waitingForThem: "Waiting for your counsellor to accept",
    inEffect: "Can look on now",
    agree: "I agree",
    end: "End now",
    endQuestion: "End this now?",
    endText: (name: string) => `${name} is shut out at once. Nobody needs to give a reason.`,
    endTextNobody: "The link stops working at once. Nobody needs to give a reason.",
    keep: "Keep it",
  },
  observe: {
    title: (partners: readonly string[]) =>
      partners.length > 0 ? `${and(partners)} invite you to look on` : "You’re invited to look on",
    which: "What you may read",
    until: (day: string) => `Until the end of ${day}.`,
    can: "You see these pages as they are, live, while both of them want it.",
    cannot: "You can’t change anything, and you see nothing else of theirs.",
    seen: "While you have a page open, they can see that you do.",
    starts:
      "It begins once both of them have agreed. Either can end it at any time, without a reason.",
    action: "Accept",
    first: "You need an account of your own. You’ll come straight back here.",
    signUp: "Make an account",
    signIn: "I have one",
    as: (name: string) => `You’d accept as ${name}.`,
    failed: "This invitation can’t be used",
    partner: "Only somebody who isn’t one of the two can look on.",
  },
  desk: {
    title: "Your desk",
    lead: "The couples who let you look on.",
    emptyTitle: "Nobody has invited you yet",
    empty: "A couple can invite you with a link. Open it here, and they’ll appear on your desk.",
    until: (day: string) => `until ${day}`,
    waiting: "Waiting for both of them to agree",
    open: "Open",
  },
};
