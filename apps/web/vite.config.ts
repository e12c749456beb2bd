import icons from "unplugin-icons/vite";
import { defineConfig } from "vite";
import { compression } from "vite-plugin-compression2";
import { VitePWA } from "vite-plugin-pwa";
import solid from "vite-plugin-solid";

const server = process.env["CONCORD_SERVER"] ?? "http://127.0.0.1:3000";

/**
 * How the documents are read, and what stands by their words: nearly every page of a space needs
 * it, so it comes as one file instead of a dozen.
 */
const documentViews = new RegExp(
  [
    "packages/domain/src/(entries|order|owners|plain|views)\\.ts$",
    "packages/domain/src/(agreements|goals|needs)/(schema|view|commands|clause-text|clause-nodes|clause-content)\\.ts$",
    "packages/domain/src/ledger/(assents|canonical)\\.ts$",
    "lib0/.*/sha256",
  ].join("|"),
);

/** One's own word under what is written, on every page where something is agreed to. */
const wordParts =
  /apps\/web\/src\/(ledger\/(assent|own-word|assent-words|changed-since|when-sent)|promises\/promise-from)\.tsx?$|lucide\/badge-check/;

export default defineConfig({
  plugins: [solid(), icons({ compiler: "solid", scale: 1 }), offline(), smaller()],
  build: {
    target: "es2023",
    // Without these Vite rewrites light-dark() for browsers that lack it.
    cssTarget: ["chrome123", "safari17.5", "firefox121"],
    // An inlined asset is a data: URL, which the content security policy refuses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "documents", test: documentViews },
            { name: "word", test: wordParts },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      "/api": server,
      "/sync": { target: server, ws: true },
      "/calendar": server,
      "/healthz": server,
    },
  },
});

/** Lists the build's files for the service worker, and describes the app to whoever installs it. */
function offline() {
  return VitePWA({
    strategies: "injectManifest",
    registerType: "prompt",
    // We register it ourselves, late: see src/shell/new-version.tsx.
    injectRegister: false,
    srcDir: "src/shell",
    filename: "service-worker.ts",
    injectManifest: {
      globPatterns: ["**/*.{js,css,html,svg,png,woff2,webmanifest}"],
      // Scripts that few need are fetched when needed.
      globIgnores: ["**/*-vietnamese-*"],
    },
    manifest: {
      name: "Concord",
      short_name: "Concord",
      description: "A quiet place for two people to write down what they need and agree.",
      lang: "en-GB",
      id: "/",
      start_url: "/",
      display: "standalone",
      background_color: "#fbf8f4",
      theme_color: "#fbf8f4",
      icons: [
        { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
        { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
        {
          src: "/icon-maskable-512.png",
          sizes: "512x512",
          type: "image/png",
          purpose: "maskable",
        },
      ],
    },
  });
}

/** The server sends these to whoever accepts them, and compresses nothing itself. */
function smaller() {
  return compression({
    include: /\.(js|css|svg|webmanifest)$/,
    threshold: 1024,
    algorithms: ["brotliCompress", "gzip"],
  });
}
