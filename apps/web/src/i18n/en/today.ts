export const today = {
  quiet: "Nothing is waiting. A good day to you both.",
  quietAlone: "Nothing is waiting. Everything here works alone as well: begin whenever you like.",
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
