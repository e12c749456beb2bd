export const ui = {
  product: "Concord",
  close: "Close",
  cancel: "Cancel",
  loading: "One moment…",
  print: "Print",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Please copy it by hand: this browser doesn’t let us.",
};
