export const today = {
  quiet: "Nothing is waiting. A good day to you both.",
  quietAlone: "Nothing is waiting. Everything here works alone as well: begin whenever you like.",
  asks: {
    title: "Right now",
    theirs: {
      listen: (who: string) => `${who} would like you to listen`,
      comfort: (who: string) => `${who} could do with some comfort`,
      ideas: (who: string) => `${who} is looking for ideas`,
      "take-over": (who: string) => `${who} would like you to take something over`,
      space: (who: string) => `${who} needs some space`,
    },
    mine: {
      listen: "You’d like to be listened to",
      comfort: "You could do with some comfort",
      ideas: "You’re looking for ideas",
      "take-over": "You’d like something taken over",
      space: "You need some space",
    },
  },
  checkIn: {
    title: "Check-in",
    open: "Your check-in is open",
    write: "write yours when it suits you",
    written: "yours is written",
  },
  awaiting: {
    title: "Waiting for your word",
    agreed: (who: string) => `${who} agrees to this`,
    again: (who: string) => `It has changed, and ${who} agrees to it as it is now`,
    said: (who: string, words: string) => `${who} agrees to: ${words}`,
  },
  promises: {
    title: "Your promises",
    today: "today",
    come: "its day has come",
    cue: (cue: string) => `when ${cue}`,
  },
  dates: {
    title: "Coming up",
    step: "A next step",
    review: (title: string) => `Look at “${title}” again`,
    reviewOfOne: "Look at an agreement again",
    checkIn: "Your check-in",
  },
};
