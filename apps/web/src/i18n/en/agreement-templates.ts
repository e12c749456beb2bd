import type { AgreementTemplates } from "../../agreements/templates.ts";

/** Loaded by itself, when somebody begins from one. */
export const agreementTemplates: AgreementTemplates = {
  money: {
    title: "Money, without surprises",
    about: "What comes in, what goes out, and what we tell each other.",
    clauses: [
      "Once a month, on the first Sunday, we look at our money together, with tea and without blame. It takes half an hour at most.",
      "From what we both earn, each of us puts … into the account for what we share. The rest is each one’s own.",
      "Each of us has … a month that nobody asks about.",
      "Anything above … we talk about before we spend it. “Let me sleep on it” is a good answer.",
      "We both know what we owe and what we own, and where the papers are. If something goes wrong, we tell each other within a few days.",
      "We put … aside for hard times before we spend on anything big.",
    ],
  },
  "home-and-load": {
    title: "Home, and who carries what",
    about: "The work of living together, with the thinking that belongs to it.",
    clauses: [
      "Whoever looks after something looks after all of it: noticing, planning and doing. The other doesn’t need to remind them.",
      "… looks after shopping and cooking. … looks after laundry and the paperwork. We swap when one of us is tired of theirs.",
      "We agree on what “done” means for the things we see differently, and it’s enough when it’s that.",
      "When it’s too much, we say so, and the other takes something on for a while. Asking is no failure.",
      "Once a week we look at the days ahead: what’s on, who does what, what can wait.",
      "There’s an evening each week on which nobody does any of it.",
    ],
  },
  family: {
    title: "Family, theirs and ours",
    about: "Parents, children, visits, and standing by each other.",
    clauses: [
      "Each of us speaks with our own parents when something is difficult. Neither of us makes the other the messenger.",
      "Visits are agreed between the two of us before we say yes to anybody. They last until …, and either of us may need a quiet hour.",
      "What’s said between us stays between us, unless we both want it told.",
      "In front of the children we don’t argue about the children. We talk about it that evening, and come back with one answer.",
      "Holidays and feast days: this year with …, next year with …. One of them is only ours.",
      "If somebody in either family is unkind to one of us, the other stands beside them.",
    ],
  },
  "together-and-apart": {
    title: "Time together, time apart",
    about: "Room for the two of us, and for each of us.",
    clauses: [
      "One evening a week is ours: phones away, nothing to organise. We take turns choosing what we do.",
      "Each of us has … a week to themselves, and needn’t say what for.",
      "Our friendships are our own. We go out without each other gladly, and are glad when the other comes home happy.",
      "When one of us needs to be alone, they say for how long. It isn’t about the other.",
      "We go to bed at the same time at least … nights a week, and have ten minutes that are only for talking.",
      "Each of us keeps up something that’s ours alone, and the other makes room for it.",
    ],
  },
  "fighting-fair": {
    title: "When we disagree",
    about: "How we argue, how we stop, and how we find each other again.",
    clauses: [
      "We talk about one thing at a time, and say “I” more than “you”.",
      "Either of us may ask for a pause at any time. Whoever asks says when they’ll be back: after twenty minutes at least, the same day if we can.",
      "No insults, no threats, no leaving without a word, and no punishing silence. Nobody is held back from leaving the room.",
      "Before we look for an answer, each of us says what they’ve understood, until the other says “that’s it”.",
      "We don’t argue by text message, when one of us has been drinking, or after …",
      "Afterwards, whoever is ready first comes over. We each say what we’d do differently ourselves.",
      "If either of us is ever afraid, we stop, and get help from outside. This comes before everything else here.",
    ],
  },
  "job-loss": {
    title: "Hard times: when work falls away",
    about: "A plan for when one of us loses a job.",
    clauses: [
      "It happened to us both, and it’s nobody’s fault. We say so aloud on the first evening.",
      "In the first week we decide nothing but what has to be decided.",
      "We look at the money together and write down what we can live on, for how long, and what we leave out first.",
      "Looking for work has its hours. Outside them, nobody asks how it’s going unless they’re told they may.",
      "What each of us does at home changes for this time. We write down how, and look at it every month.",
      "One thing a week that costs nothing and does us good stays in the calendar.",
      "The people we tell are: …. The person we ask for advice is: …",
    ],
  },
  illness: {
    title: "Hard times: when one of us is ill",
    about: "Care, rest, and staying a couple meanwhile.",
    clauses: [
      "Whoever is ill decides about their own body and what others are told. The other may always ask how it is.",
      "What helps on a bad day: …. What doesn’t help, however well it’s meant: …",
      "The other goes along to the appointments that matter. We write down the questions beforehand and the answers afterwards.",
      "Whoever cares needs rest as well: … hours a week are theirs, and somebody else comes then: …",
      "What can be left undone is left undone. What can’t is shared among: …",
      "We talk about something else for at least a little while each day, and stay close in the ways that are possible.",
      "Every two weeks we look at how this is for both of us, and change what doesn’t work.",
    ],
  },
  burnout: {
    title: "Hard times: when it’s all too much",
    about: "For when one of us has run out of strength.",
    clauses: [
      "The signs that we each know in ourselves are: …. When one of us sees them in the other, they say so gently, once.",
      "Being exhausted is no weakness. Whoever it is does less, at once, and doesn’t have to earn it.",
      "From the list of what has to be done we cross out … for now. The other takes on …, and we find help for …",
      "A doctor is part of this. … makes the appointment, and the other comes along if wanted.",
      "Sleep, food and fresh air come first. Big decisions wait.",
      "Whoever carries more now says how they are as well. Two tired people need a third: …",
      "On … we look at it again: what has become lighter, and what may come back.",
    ],
  },
};
