import { isIP } from "node:net";

/** What passkeys are made for: a host, and the one origin that they answer to. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/**
 * What passkeys of a server at this origin belong to. Null where browsers allow none: without https
 * (but for localhost), or at a bare IP address.
 */
export function relyingPartyOf(origin: string): RelyingParty | null {
  const { protocol, hostname } = new URL(origin);
  if (isIP(hostname.replaceAll(/^\[|\]$/g, "")) !== 0) return null;
  const isLocal = hostname === "localhost" || hostname.endsWith(".localhost");
  return protocol === "https:" || isLocal ? { id: hostname, origin } : null;
}
