export const checkIns = {
  title: "Check-in",
  lead: "A quiet look at the week, each by yourself first and then together.",
};
