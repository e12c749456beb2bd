export const ui = {
  product: "Concord",
  close: "Close",
  cancel: "Cancel",
  loading: "One moment…",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Please copy it by hand: this browser doesn’t let us.",
};
