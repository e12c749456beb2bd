import { onCleanup } from "solid-js";

/** What of a provider finds out whether the server can be reached. */
interface Line {
  readonly shouldConnect: boolean;
  readonly wsconnected: boolean;
  disconnect(): void;
  connect(): void;
}

/**
 * Asks the server anew as soon as the browser says that the network has gone or come back; a
 * silent line is only noticed after half a minute otherwise. The browser's word alone decides
 * nothing: a server in the same house may still be there. Ends with the owner.
 */
export function followNetwork(line: Line, browser: EventTarget = window): void {
  const onOffline = () => {
    if (!line.shouldConnect) return;
    line.disconnect();
    line.connect();
  };
  const onOnline = () => {
    if (line.shouldConnect && !line.wsconnected) line.connect();
  };
  browser.addEventListener("offline", onOffline);
  browser.addEventListener("online", onOnline);
  onCleanup(() => {
    browser.removeEventListener("offline", onOffline);
    browser.removeEventListener("online", onOnline);
  });
}
