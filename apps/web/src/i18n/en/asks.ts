export const asks = {
  title: "Asks",
  lead: "What would help right now, and who takes what on.",
};
