/**
 * Calls `idle` once nobody has touched the page for `patience` ms, counted also while the device
 * slept. Returns what ends it.
 */
export function watchIdle(idle: () => void, patience: number): () => void {
  let last = Date.now();
  const touched = () => {
    last = Date.now();
  };
  const look = () => {
    if (Date.now() - last >= patience) idle();
  };
  const events = ["pointerdown", "keydown", "wheel", "touchstart"] as const;
  for (const event of events) window.addEventListener(event, touched, { passive: true });
  document.addEventListener("visibilitychange", look);
  const timer = setInterval(look, Math.min(patience, 5_000));
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
    for (const event of events) window.removeEventListener(event, touched);
  };
}
