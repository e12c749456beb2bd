/** Where to go after signing in when nothing better is known. */
const home = "/";

/**
 * The path that a link asked to return to, if it lies on this very site; else home. A full
 * address, `//elsewhere` or `/\elsewhere` would lead a person who just signed in to a stranger.
 */
export function safeReturn(wanted: unknown, origin: string): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/")) return home;
  try {
    const url = new URL(wanted, origin);
    return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : home;
  } catch {
    return home;
  }
}

/** The address of a page that comes back to `path` when it's done. */
export const withReturn = (page: "/sign-in" | "/sign-up", path: string): string =>
  path === home ? page : `${page}?then=${encodeURIComponent(path)}`;
