export const promises = {
  title: "Promises",
  lead: "Small things with a day to them, each person’s own word.",
};
