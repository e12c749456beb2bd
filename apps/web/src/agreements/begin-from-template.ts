import { useLocation, useNavigate } from "@solidjs/router";
import { createEffect, untrack } from "solid-js";

import { useLanguage } from "../i18n/text.ts";
import type { OpenDocument } from "../workspace/open-document.ts";
import { isTemplateName, loadTemplates } from "./templates.ts";
import { writeTemplate } from "./write-template.ts";

/**
 * Writes the sketch that the list named into the agreement that it has just made: once, by its
 * maker, and only while nothing is written there.
 */
export function beginFromTemplate(document: OpenDocument): void {
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const location = useLocation();
  const wanted: unknown = location.state;
  const name = isNaming(wanted) ? wanted.template : null;
  if (!isTemplateName(name)) return;
  createEffect(() => {
    if (document.state().kind !== "open") return;
    void loadTemplates(locale).then((templates) => {
      untrack(() => writeTemplate(document.doc, templates[name]));
      // A reload is not another beginning.
      navigate(location.pathname, { replace: true, state: {} });
    });
  });
}

const isNaming = (state: unknown): state is { readonly template: unknown } =>
  typeof state === "object" && state !== null && "template" in state;
