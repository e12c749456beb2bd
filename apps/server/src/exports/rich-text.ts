import { clauseNodes } from "@concord/domain/agreements/clause-nodes";
import { deepestCopied } from "@concord/domain/exports/fresh-copy";
import * as Y from "yjs";

import { html, type Markup } from "./markup.ts";

/** A clause as it looks in the editor. What this version doesn't know is a paragraph. */
export function richText(parent: Y.XmlFragment, depth = 0): readonly Markup[] {
  const children: unknown[] = depth < deepestCopied ? parent.toArray() : [];
  return children.flatMap((child) => {
    if (child instanceof Y.XmlText) return [html`<p>${runs(child)}</p>`];
    return child instanceof Y.XmlElement ? [block(child, depth)] : [];
  });
}

function block(element: Y.XmlElement, depth: number): Markup {
  switch (element.nodeName) {
    case clauseNodes.bulletList:
      return html`<ul>
        ${richText(element, depth + 1)}
      </ul>`;
    case clauseNodes.orderedList:
      return html`<ol>
        ${richText(element, depth + 1)}
      </ol>`;
    case clauseNodes.listItem:
      return html`<li>${richText(element, depth + 1)}</li>`;
    // Under the agreement's own title.
    case clauseNodes.heading:
      return html`<h5>${inline(element, depth + 1)}</h5>`;
    default:
      return html`<p>${inline(element, depth + 1)}</p>`;
  }
}

function inline(element: Y.XmlElement, depth: number): readonly Markup[] {
  const children: unknown[] = depth < deepestCopied ? element.toArray() : [];
  return children.flatMap((child) => {
    if (child instanceof Y.XmlText) return runs(child);
    return child instanceof Y.XmlElement ? inline(child, depth + 1) : [];
  });
}

function runs(text: Y.XmlText): readonly Markup[] {
  const delta: readonly { readonly insert?: unknown; readonly attributes?: unknown }[] =
    text.toDelta();
  return delta.flatMap(({ insert, attributes }) =>
    typeof insert === "string" ? [run(insert, attributes)] : [],
  );
}

function run(words: string, attributes: unknown): Markup {
  const has = (mark: string) =>
    typeof attributes === "object" && attributes !== null && mark in attributes;
  const em = has("em") ? html`<em>${words}</em>` : html`${words}`;
  return has("strong") ? html`<strong>${em}</strong>` : em;
}
