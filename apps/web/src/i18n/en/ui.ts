export const ui = {
  product: "Concord",
  close: "Close",
  cancel: "Cancel",
  loading: "One moment…",
};
