export const accounts = {
  welcome: {
    title: "A quiet place for the two of you",
    lead: "Concord is a shared notebook for two people. Write down what each of you needs, what you have agreed and where you are going: together, at the same time or each in your own.",
    parts: [
      {
        title: "What we need",
        text: "Say it in your own words, and what would help. Being read is a good beginning.",
      },
      {
        title: "Where we’re going",
        text: "Goals with small steps, so that they can be kept on an ordinary Tuesday.",
      },
      {
        title: "What we’ve agreed",
        text: "Agreements written by both hands, to come back to and to change when life does.",
      },
    ],
    private:
      "It runs on a machine of somebody you know, not in a company’s cloud. There’s no advertising, nobody counts your visits, and nothing here is shown to anybody else unless you both want it.",
    signUp: "Begin",
    haveAccount: "I have an account",
  },
  hello: (name: string) => `Hello, ${name}`,
  operator: {
    title: "Who runs this server, and what they can read",
    runBy: (name: string) => `This Concord is run by ${name}.`,
    runByNobody:
      "Whoever runs this Concord hasn’t said their name yet. Ask the person who gave you this address.",
    contact: (contact: string) => `You can reach them at ${contact}.`,
    readTitle: "What they can read",
    read: "Everything you two share is stored on their machine as it is: what you write together, and what each of you declares, such as promises, what you agreed to, and your dates. Whoever runs the machine could, technically, read it. Concord itself has no page for that, and it keeps what you write out of its logs.",
    readSealed:
      "An answer to a check-in is kept from your partner until you both have answered. It isn’t kept from whoever runs the machine: they could, technically, read it at once.",
    notReadTitle: "What they can’t read",
    notRead:
      "What you keep under “Me”: your notes, drafts, self-check and balance. It is sealed on your device, with a key that never reaches the server. They can see that something sealed is there, and when it was last replaced.",
    notReadPassword:
      "Your password. Only a scrambled form of it is stored, from which it can’t be read back. A new password doesn’t open Me.",
    alsoTitle: "What else is kept",
    also: "Your name, your e-mail address, and who wrote which words. No visits are counted, and nothing is sent to anybody else.",
    deleted: (days: number) =>
      days === 0
        ? "What either of you deletes can’t be read back, and soon it is gone."
        : `What either of you deletes can be read back by you both for ${days === 1 ? "a day" : `${days} days`}, and then it is gone.`,
    advice:
      "If the person who runs this server is somebody you’d rather not be read by, please don’t write here what they shouldn’t know.",
    understood: "I’ve read this: go on",
  },
  signUp: {
    title: "Make an account",
    name: "Your name",
    nameHint: "As your partner calls you.",
    email: "E-mail address",
    emailHint: "To sign in with. Nothing is sent to it.",
    password: "Password",
    passwordHint: "Eight characters or more. A few words in a row are easy to remember.",
    consent:
      "I agree that what I write here is kept on this server. I know that it may reveal things about my health, my sex life or what I believe. I can take this back at any time: by deleting what I wrote, or my account with all that is mine.",
    adult: "I am an adult.",
    action: "Make my account",
    haveAccount: "You have an account already?",
  },
  signIn: {
    title: "Welcome back",
    email: "E-mail address",
    password: "Password",
    action: "Sign in",
    passkey: "Use a passkey",
    code: "Code from your app",
    codeHint: "Six digits, each good for one time. One of your recovery codes works as well.",
    codeTitle: "One more thing",
    codeText: "Your account asks for a code as well, so that a password alone isn’t enough.",
    again: "Start again",
    recovery: "I’ve lost my passkey",
    recoveryTitle: "With a recovery code",
    recoveryText:
      "For an account that has passkeys and no password. One code lets you in, and a second one lets you choose a password or add a passkey.",
    recoveryCode: "Recovery code",
    back: "Back to signing in",
    noAccount: "New here?",
    make: "Make an account",
  },
  signOut: {
    action: "Sign out",
    title: "Sign out?",
    unsaved:
      "Something you wrote is only on this device so far. Signing out clears this device, and it would be gone. If you can, wait until it says “Saved”, or copy what’s kept here.",
    stay: "Stay",
    anyway: "Sign out all the same",
  },
  wrong: {
    name: "Please write the name you’d like to be called by.",
    email: "This doesn’t look like an e-mail address yet.",
    password: "Eight characters or more, please.",
    consent: "We may keep nothing for you without this.",
    adult: "Concord is made for adults only.",
  },
};
