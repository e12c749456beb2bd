import type { SignedIn } from "../accounts/session.ts";
import type { Services } from "../services.ts";

/** A session that was prolonged meanwhile is looked at again no sooner than this (ms). */
const soonest = 60_000;

/**
 * Ends a session's connections when it runs out, unless it was prolonged meanwhile. The returned
 * function ends the watch.
 */
export function watchSession(
  { sessionAtDoor, access, clock, log }: Services,
  cookies: string,
  { session }: SignedIn,
): () => void {
  let cancel = wait(session.expiresAt - clock.now());
  let over = false;
  function wait(ms: number): () => void {
    return clock.after(ms, () => {
      look().catch((error: unknown) => log.error({ error: String(error) }, "session unread"));
    });
  }
  async function look(): Promise<void> {
    const found = clock.now() < session.expiresAt ? session : await current();
    if (over) return;
    if (!found) return access.sessionEnded(session.id);
    cancel = wait(Math.max(soonest, found.expiresAt - clock.now()));
  }
  const current = async () => (await sessionAtDoor(cookies))?.session;
  return () => {
    over = true;
    cancel();
  };
}
