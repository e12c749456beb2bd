import { type JSX, Show, createSignal, onCleanup, onMount } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import styles from "./new-version.module.css";

/** Keeps the app on the device, and says when a newer one is ready; nobody is interrupted. */
export function NewVersion(): JSX.Element {
  const text = useText();
  const [waiting, setWaiting] = createSignal<ServiceWorker | null>(null);
  onMount(() => {
    if (import.meta.env.PROD && "serviceWorker" in navigator) followWorker(setWaiting);
  });
  return (
    <output>
      <Show when={waiting()}>
        {(worker) => (
          <span class={styles["toast"]}>
            <span>{text.shell.newVersion}</span>
            <span class={styles["actions"]}>
              <Button kind="primary" onClick={() => takeOver(worker())}>
                {text.shell.reload}
              </Button>
              <Button kind="quiet" onClick={() => setWaiting(null)}>
                {text.shell.later}
              </Button>
            </span>
          </span>
        )}
      </Show>
    </output>
  );
}

// A worker's messages have no origin to name; the rule has windows in mind.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const takeOver = (worker: ServiceWorker) => worker.postMessage("take-over");

function followWorker(onWaiting: (worker: ServiceWorker | null) => void): void {
  const { serviceWorker } = navigator;
  // Without a worker before, the first one taking over is no new version.
  const hadOne = serviceWorker.controller !== null;
  const reload = () => {
    if (hadOne) window.location.reload();
  };
  serviceWorker.addEventListener("controllerchange", reload);
  onCleanup(() => serviceWorker.removeEventListener("controllerchange", reload));
  const watch = (registration: ServiceWorkerRegistration) => {
    const look = () => {
      if (registration.waiting && hadOne) onWaiting(registration.waiting);
    };
    look();
    registration.addEventListener("updatefound", () =>
      registration.installing?.addEventListener("statechange", look),
    );
  };
  serviceWorker
    .register("/service-worker.js")
    .then(watch)
    .catch(() => {
      // Refused by the browser's settings: the app works all the same, only not offline.
    });
}
