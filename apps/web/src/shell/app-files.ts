/** Addresses that are the server's alone: no page of the app, and nothing to keep. */
const serversOwn = /^\/(?:api|sync|calendar|healthz|demo)(?:\/|$)/;

/** Whether a request is for the app's own files and pages, which may be answered offline. */
export function isOurs(
  request: { readonly method: string; readonly url: string },
  origin: string,
): boolean {
  const url = new URL(request.url);
  return request.method === "GET" && url.origin === origin && !serversOwn.test(url.pathname);
}
