export const exports = {
  title: "Take it with you",
  lead: "Everything you both wrote here, as files of your own.",
};
