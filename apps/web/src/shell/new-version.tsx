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
    <div role="status">
      <Show when={waiting()}>
        {(worker) => (
          <div class={styles["toast"]}>
            <p>{text.shell.newVersion}</p>
            <div class={styles["actions"]}>
              <Button kind="primary" onClick={() => worker().postMessage("take-over")}>
                {text.shell.reload}
              </Button>
              <Button kind="quiet" onClick={() => setWaiting(null)}>
                {text.shell.later}
              </Button>
            </div>
          </div>
        )}
      </Show>
    </div>
  );
}

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
  serviceWorker.register("/service-worker.js").then(watch, () => {
    // Refused by the browser's settings: the app works all the same, only not offline.
  });
}
