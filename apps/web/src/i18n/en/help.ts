export const help = {
  title: "Help",
  lead: "What this place can and can’t do for you. Nobody is told that you’ve read this page; nothing about it is kept.",
  safe: {
    title: "Is this safe?",
    text: [
      "It depends on whom you share this with, this server and your devices. What you both write, both of you can read, always. What you keep under “Me” is sealed on your device: your partner can’t see whether there’s anything in it.",
      "Your partner is never told when you sign in, what you look at, that you take a copy with you, or that you leave.",
    ],
  },
  cannot: {
    title: "What Concord can’t protect you from",
    points: [
      "Somebody who stands beside you, or picks up your unlocked device.",
      "Somebody who knows your password or your passphrase, or makes you tell them.",
      "Programs on your device that record what you type or see. If somebody else set it up, or had it in their hands for long, use another one.",
      "Whoever runs this server: they can, technically, read what you two share.",
      "What your partner copies, photographs or remembers.",
      "Somebody who sees in your history, or in the network you use, that you opened this address.",
    ],
  },
  exit: {
    title: "Leaving this page quickly",
    points: [
      "“Quick exit” is on every page. Pressing Shift three times within a second does the same.",
      "It takes everything off the screen at once, closes what’s open, puts a plain page about clouds in its place, and signs you out of this browser.",
      "Going back then leads to a page that asks you to sign in, and to none of your words.",
      "What you wrote together is kept. What you typed under “Me” in the very last moment may be lost.",
      "Whatever you had not sent yet stays on this device for when you sign in again; “Sign out” takes that away too.",
    ],
  },
  history: {
    title: "What your browser keeps",
    points: [
      "Its history lists the pages you were on, by name and address. We can’t take that away; you can, in the browser’s settings.",
      "The address of this server stays visible in the address bar, and may be suggested when somebody begins to type it.",
      "In a private window, history and everything else goes when you close the last such window. Files you downloaded stay.",
      "On a device that isn’t yours alone, use a private window, don’t let the browser keep the password, and sign out when you’re done.",
    ],
  },
  afraid: {
    title: "If you’re afraid of somebody",
    text: [
      "Agreements need two people who are free to say no. If saying no to somebody feels dangerous, that isn’t something to be solved by writing better agreements, and it isn’t your fault.",
      "It can look like this: you weigh every word for fear of the reaction; your messages, money, movements or friends are watched; you’re pushed into sex or signing things; you’re told it’s your own doing.",
      "You know your situation best. Nothing here obliges you to do anything, and leaving can be a time to plan with somebody who knows about it.",
    ],
  },
  kinds: {
    title: "Who can help",
    note: "Look for them where you live, if you can from a device that nobody else uses.",
    list: [
      {
        name: "In danger now",
        text: "The emergency number of your country. From most mobile phones, 112 reaches it.",
      },
      {
        name: "A helpline for violence at home",
        text: "Most countries have one: free, confidential, often day and night, in several languages, for every gender. They help you think, and don’t push you.",
      },
      {
        name: "A women’s or men’s shelter",
        text: "A safe place to stay, also with children, and advice without staying.",
      },
      {
        name: "Your doctor, or a hospital",
        text: "They treat you, can write down what they see, and are bound to keep it to themselves.",
      },
      {
        name: "A crisis line",
        text: "If you can’t bear it, or think of harming yourself or somebody else: somebody to talk to at once.",
      },
      {
        name: "Legal advice, or the police",
        text: "About protection orders, children, a flat, money. Many places advise you free of charge, and you needn’t report anything to ask.",
      },
      {
        name: "Somebody you trust",
        text: "A friend, a relative, a colleague, a neighbour. One person who knows is a great deal.",
      },
      {
        name: "A counsellor for both of you",
        text: "For quarrels between two who aren’t afraid of each other. If there’s fear, see somebody alone first.",
      },
      {
        name: "If you’re the one who frightens somebody",
        text: "There are counselling places for that as well. It can be changed, and asking is how it begins.",
      },
    ],
  },
  leaving: {
    title: "Leaving a space for good",
    text: "On the page “People” you can leave at any time, alone and at once. You can take a copy with you first. Nobody is told.",
  },
  operator: "Who runs this server, and what they can read",
};
