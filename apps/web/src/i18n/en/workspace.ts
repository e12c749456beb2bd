const list = (names: readonly string[]): string =>
  new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);

export const workspace = {
  opening: "Opening the page…",
  save: {
    saved: "Saved",
    saving: "Saving…",
    offline: "Offline: kept on this device",
    offlineOnly: "Offline: not saved yet. Please keep this page open.",
    lookingOn: "Up to date",
    lookingOnOffline: "Offline: this may not be the latest",
    "signed-out": "Not saved: you’re signed out. Sign in again and it will be.",
    "not-open-to-you": "Not saved: this page isn’t open to you now.",
    "no-such-page": "Not saved: this page no longer exists.",
    "too-large": "Not saved: this page has grown too big. Please make it shorter, then reload.",
    restored:
      "Not saved: this page was restored on the server, without what you wrote here. Please copy what you still need, then reload.",
    reload: "Not saved: something went wrong on the way. Please reload the page.",
    newer: "Not saved: this page was made with a newer Concord. Please reload.",
    signIn: "Sign in",
    reloadAction: "Reload",
  },
  fullness: {
    filling:
      "This page is getting long, and slower to open. When you can, begin a new one for what is current, and take out what you no longer need.",
    "nearly-full":
      "This page is nearly full: soon nothing more can be written here. Please take out what you no longer need, or go on in a new page.",
  },
  setAside: {
    notice:
      "This page was restored on the server. What you had written here and not sent yet isn’t in it: it’s kept on this device, and nobody else can see it.",
    read: "Read what’s kept",
    title: "What’s kept on this device",
    text: "The words of this page as you last had it. Copy what you still need into the page.",
    label: "Your page, in words",
    noWords: "There were no words in it.",
    notNow: "This browser doesn’t open it at the moment. It’s still kept.",
    letGo: "I don’t need it: take it off this device",
  },
  refused: {
    "signed-out": {
      title: "You’re signed out",
      text: "Sign in again to see this page. What you wrote is kept on this device.",
    },
    "not-open-to-you": {
      title: "This page isn’t open to you",
      text: "The two people it belongs to decide who may look on, and until when.",
    },
    "no-such-page": {
      title: "There’s no such page",
      text: "It may never have been here, or the link is not complete.",
    },
    "too-large": {
      title: "This page has grown too big",
      text: "Please make it shorter, then reload. What you wrote is kept on this device.",
    },
    restored: {
      title: "This page was restored on the server",
      text: "Please reload to see it as it is there.",
    },
    reload: {
      title: "Something went wrong on the way",
      text: "Please reload the page. What you wrote is kept on this device.",
    },
    newer: {
      title: "This page was made with a newer Concord",
      text: "Reload to get the newer version. Nothing in it has been changed or lost.",
    },
  },
  presence: {
    here: (names: readonly string[]) => `You and ${list(names)}`,
    lookingOn: (names: readonly string[]) =>
      `${list(names)} ${names.length > 1 ? "are" : "is"} looking on`,
    onlyYou: "Only you",
    nobody: "Nobody else is here",
    withThem: (names: readonly string[]) =>
      `${list(names)} ${names.length > 1 ? "are" : "is"} here`,
    quiet: "Work quietly",
    quietOn: "Working quietly",
    quietWith: (names: readonly string[]) =>
      `${list(names)} ${names.length > 1 ? "are" : "is"} here; you’re working quietly`,
    quietHint: "While this is on, nobody sees that you have a page open or where you’re writing.",
  },
  undo: "Undo",
  redo: "Redo",
  undone: "Undone",
  redone: "Done again",
  more: (name: string) => `More for ${name}`,
  moveUp: "Move up",
  moveDown: "Move down",
  remove: "Remove",
  drag: "Drag to another place",
  moved: (name: string, place: number, of: number) => `${name} is now ${place} of ${of}`,
  both: { partner: "Both of us", observer: "Both of them" },
  theOther: "Your partner",
  formerly: "Someone who has left",
  remote: {
    added: (who: string, count: number, one: string, many: string) =>
      count === 1 ? `${who} added ${one}` : `${who} added ${count} ${many}`,
    removed: (who: string, count: number, one: string, many: string) =>
      count === 1 ? `${who} removed ${one}` : `${who} removed ${count} ${many}`,
    changed: (who: string, count: number, one: string, many: string) =>
      count === 1 ? `${who} changed ${one}` : `${who} changed ${count} ${many}`,
  },
};
