export const calendar = {
  title: "Calendar",
  lead: "Your dates here, in your own calendar.",
};
