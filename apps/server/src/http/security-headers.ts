import type { MiddlewareHandler } from "hono";

/** Nothing but our own files runs, loads, connects or frames (S22). */
export function securityHeaders(origins: readonly string[]): MiddlewareHandler {
  // A policy has no way to name an IPv6 address; there, `'self'` must do for sockets too.
  const sockets = origins
    .filter((origin) => !origin.includes("["))
    .map((origin) => origin.replace(/^http/, "ws"))
    .join(" ");
  const policy = [
    "default-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${sockets}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  const encrypted = origins.every((origin) => origin.startsWith("https:"));
  return async (c, next) => {
    await next();
    c.header("content-security-policy", policy);
    c.header("x-content-type-options", "nosniff");
    c.header("referrer-policy", "no-referrer");
    c.header("cross-origin-opener-policy", "same-origin");
    c.header("cross-origin-resource-policy", "same-origin");
    c.header("permissions-policy", "camera=(), microphone=(), geolocation=()");
    if (encrypted) c.header("strict-transport-security", "max-age=31536000");
  };
}
