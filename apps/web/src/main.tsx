import "./design/index.css";

import { render } from "solid-js/web";

import { LanguageProvider, loadLanguage } from "./i18n/text.ts";

const root = document.getElementById("app");
const language = await loadLanguage();
document.documentElement.lang = language.locale;
if (root) {
  render(
    () => <LanguageProvider value={language}>{language.text.ui.product}</LanguageProvider>,
    root,
  );
}
