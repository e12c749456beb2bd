import { SpaceId } from "@concord/domain/ids";
import { onCleanup } from "solid-js";
import * as v from "valibot";

const Changed = v.object({ space: v.nullish(SpaceId, null) });

/** Another end of the session than this page's own: it hears of it before the stream closes. */
const over = "signed-out";

/** How long to wait (ms) before opening the stream again after the server has refused it. */
const again = 10_000;

/** What about a space is new: who is in it or may look on, or what was declared in it. */
export type ChangeKind = "changed" | "declared";

const kinds: readonly ChangeKind[] = ["changed", "declared"];

/**
 * Listens to the server until the owner is disposed. `heard` names the space, or null where we may
 * have missed something and should look at everything.
 */
export function makeServerEvents(heard: (kind: ChangeKind, space: SpaceId | null) => void): void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let opened = false;
  const open = () => {
    source = new EventSource("/api/events");
    for (const kind of kinds)
      source.addEventListener(kind, (event: MessageEvent) => heard(kind, spaceOf(event.data)));
    source.addEventListener(over, () => heard("changed", null));
    source.addEventListener("open", () => {
      if (opened) for (const kind of kinds) heard(kind, null);
      opened = true;
    });
    source.addEventListener("error", () => {
      // The browser comes back by itself, unless the answer was a refusal.
      if (source?.readyState !== EventSource.CLOSED) return;
      // Perhaps because nobody is signed in here any more.
      heard("changed", null);
      timer = setTimeout(open, again);
    });
  };
  open();
  onCleanup(() => {
    clearTimeout(timer);
    source?.close();
  });
}

function spaceOf(data: unknown): SpaceId | null {
  if (typeof data !== "string") return null;
  try {
    const parsed = v.safeParse(Changed, JSON.parse(data));
    return parsed.success ? parsed.output.space : null;
  } catch {
    return null;
  }
}
