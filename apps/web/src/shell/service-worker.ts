/**
 * Keeps the app itself on the device, so that it opens offline. It answers for its own files
 * alone: what people write goes past it, and nothing of theirs is ever kept here.
 */
import { isOurs } from "./app-files.ts";

interface Lasting extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

interface Asking extends Lasting {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}

interface Worker {
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
  readonly location: Location;
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: {
    (type: "install" | "activate", listener: (event: Lasting) => void): void;
    (type: "fetch", listener: (event: Asking) => void): void;
    (type: "message", listener: (event: MessageEvent<unknown>) => void): void;
  };
}

declare const self: Worker;

const cacheName = "concord-app";
const origin = self.location.origin;

/** The build's files, each under an address that changes with its content. */
const files = new Map(
  self.__WB_MANIFEST.map(({ url, revision }) => {
    const plain = new URL(url, origin);
    const kept = new URL(plain);
    if (revision) kept.searchParams.set("revision", revision);
    return [plain.pathname, kept.href] as const;
  }),
);

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(
    [...files].map(async ([path, kept]) => {
      if (await cache.match(kept)) return;
      const answer = await fetch(path, { cache: "no-cache" });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      await cache.put(kept, answer);
    }),
  );
}

async function forgetOldFiles(): Promise<void> {
  const cache = await caches.open(cacheName);
  const current = new Set(files.values());
  const kept = await cache.keys();
  await Promise.all(kept.filter((it) => !current.has(it.url)).map((it) => cache.delete(it)));
}

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  // A page of the app is at no file's address.
  const app = request.mode === "navigate" ? files.get("/index.html") : undefined;
  const kept = files.get(pathname) ?? app;
  const cache = await caches.open(cacheName);
  return (kept && (await cache.match(kept))) || fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOldFiles()));
self.addEventListener("message", (event) => {
  if (event.data === "take-over") void self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  if (isOurs(event.request, origin)) event.respondWith(answer(event.request));
});
