import "./design/index.css";
import "@fontsource-variable/figtree/wght.css";
import "@fontsource-variable/fraunces/wght.css";

import { render } from "solid-js/web";

import { App } from "./app.tsx";
import { LanguageProvider, loadLanguage } from "./i18n/text.ts";

const root = document.getElementById("app");
const language = await loadLanguage();
document.documentElement.lang = language.locale;
if (root) {
  render(
    () => (
      <LanguageProvider value={language}>
        <App />
      </LanguageProvider>
    ),
    root,
  );
}
