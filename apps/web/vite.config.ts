import { defineConfig } from "vite";
import icons from "unplugin-icons/vite";
import solid from "vite-plugin-solid";

const server = process.env["CONCORD_SERVER"] ?? "http://127.0.0.1:3000";

export default defineConfig({
  plugins: [solid(), icons({ compiler: "solid", scale: 1 })],
  build: {
    target: "es2023",
    // Without these Vite rewrites light-dark() for browsers that lack it.
    cssTarget: ["chrome123", "safari17.5", "firefox121"],
    // An inlined asset is a data: URL, which the content security policy refuses.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: { "/api": server, "/sync": { target: server, ws: true }, "/healthz": server },
  },
});
