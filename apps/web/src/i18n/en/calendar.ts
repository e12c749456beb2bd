export const calendar = {
  title: "Calendar",
  lead: "Your dates here, in the calendar you already use.",
  address: {
    title: "Your address",
    about:
      "A calendar on your phone or computer can follow an address of your own. What it then shows are days, and never what is written here: “A next step”, “Time to look again”, “Check-in”.",
    none: "You have no address at the moment.",
    exists:
      "Your address works. We keep it in a form that can’t be read back: if you’ve lost it, make a new one.",
    keep: "Whoever has this address can see those days. Nobody else is told that you have one, and you can end it whenever you like.",
    once: "This is shown once. Put it where your calendar asks for an address to follow, then leave this page.",
    label: "Address for your calendar",
    open: "Open it in this device’s calendar",
    make: "Make an address",
    again: "Make a new address",
    againHint: "The one you have now ends with that.",
    end: "End it",
    ended: "It has ended. Calendars that followed it find nothing there any more.",
  },
  holds: {
    title: "What’s in it",
    own: "Your own steps",
    ownText: "The next days of your own goals. They’re yours alone, and always in it.",
    ours: "The dates of both of you",
    oursText:
      "Days to look at an agreement again, steps of your shared goals, and your check-ins. They belong to both of you, so they go into anybody’s calendar only while you both say so. Either can take that back, alone and at once: then they’re gone from both addresses.",
    alone: "There’s only you here so far. This can be said once there are two of you.",
    nobody: "They’re in nobody’s calendar now.",
    mine: (other: string) => `You’ve said yes. They’re in it once ${other} says so too.`,
    theirs: (other: string) => `${other} has said yes. They’re in it once you say so too.`,
    both: "You’ve both said yes: they’re in both your addresses.",
    say: "I’d like them in our calendars",
    sayToo: "I’d like that too",
    takeBack: "Take it back",
  },
};
