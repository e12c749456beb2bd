import type { OwnTrouble } from "../../vault/open-vault.ts";

const trouble: Record<OwnTrouble, string> = {
  "wrong-key": "That doesn’t open it. Please look at it once more; capital letters count.",
  older:
    "The server gave an older copy than this device has seen. It may have been restored from a backup, or somebody put an old copy in its place.",
  "not-understood":
    "What the server has isn’t what this device sealed last, or it was made by a newer Concord. Nothing was changed.",
};

export const me = {
  title: "Me",
  lead: "What you keep to yourself. Nobody else can read it: not your partner, not a counsellor, not whoever runs this server.",
  trouble,
  cannotSeal: {
    title: "Me needs a safe address",
    text: "Your browser seals things only at addresses that begin with https, or on this very machine. Ask whoever runs this server to set that up. Until then nothing can be kept here.",
  },
  begin: {
    title: "A place only you can open",
    text: "What you write here is sealed on this device before it leaves it. The key is made from a passphrase that only you know.",
    lost: "If you lose both the passphrase and the recovery code, what’s in here is gone. Nobody can bring it back: not us, not whoever runs this server. A new password for your account doesn’t open it either.",
    passphrase: "A passphrase",
    passphraseHint:
      "Four or more words in a row are easy to remember and hard to guess. Not your password.",
    tooShort: "Please make it a little longer: twelve characters or more.",
    again: "The same once more",
    notTheSame: "These two aren’t the same yet.",
    next: "Go on",
    codeTitle: "Your recovery code",
    codeText:
      "It opens Me if you forget the passphrase. It’s shown this once. Write it down, and keep it where only you find it.",
    code: "Recovery code",
    written: "I’ve written it down",
    action: "Open Me",
  },
  unlock: {
    title: (name: string) => `${name}’s own place`,
    who: (name: string) => `It opens for ${name} alone. If that isn’t you, please turn back.`,
    passphrase: "Your passphrase",
    action: "Open",
    forgotten: "I’ve forgotten it",
    code: "Your recovery code",
    codeAction: "Open with the code",
    withPassphrase: "I know the passphrase",
    openOlder: "Open the older copy",
  },
  lock: "Lock",
  saved: "Sealed and saved",
  saving: "Saving…",
  unsaved: "Not saved yet: we’ll keep trying. Please leave this page open.",
  parts: {
    notebook: { title: "Notebook", text: "Thoughts, as they come." },
    drafts: { title: "Drafts", text: "A need or a clause, before it’s for both of you." },
    "self-check": { title: "Self-check", text: "A look at your own part, for nobody else." },
    balance: { title: "Balance", text: "Who meets which of your needs." },
    keys: { title: "Passphrase and code", text: "Change how Me is opened." },
  },
  keys: {
    change: "Change the passphrase",
    changed: "The new passphrase opens Me from now on.",
    newCode: "Make a new recovery code",
    newCodeText: "The one before opens nothing any more.",
  },
};
