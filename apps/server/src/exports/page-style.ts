import { Markup } from "./markup.ts";

/** The look of the exported page: paper, serif titles, and nothing that has to be fetched. */
export const pageStyle = new Markup(`
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbf8f4, #221d1a);
  --sheet: light-dark(#ffffff, #2b2522);
  --ink: light-dark(#33291f, #efe9e2);
  --soft: light-dark(#655a4f, #bdb3a8);
  --line: light-dark(#e2d9ce, #4a413b);
  --we: light-dark(#7a3f5c, #dfa9c4);
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  max-width: 46rem;
  padding: 2rem 1.25rem 4rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.6 system-ui, sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3, h4, h5 {
  margin: 0;
  font-family: Georgia, "Times New Roman", serif;
  font-weight: 500;
  line-height: 1.2;
}
h1 { font-size: 2.5rem; }
h2 { font-size: 1.75rem; }
h3 { font-size: 1.375rem; }
h4 { font-size: 1.125rem; }
h5 { font-size: 1.0625rem; font-weight: 600; }
p, ul, ol, blockquote { margin: 0; }
a { color: var(--we); }
header { display: grid; gap: 0.75rem; padding-block-end: 1.5rem; }
nav { padding-block: 1.25rem; border-block: 1px solid var(--line); }
nav h2 { font-size: 1.125rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0.5rem 0 0; list-style: none; }
nav a { display: inline-block; padding-block: 0.25rem; }
section { display: grid; gap: 1rem; padding-block-start: 2.5rem; }
section > h3 { padding-block-start: 0.75rem; }
article {
  display: grid;
  gap: 0.5rem;
  padding: 1.25rem;
  border: 1px solid var(--line);
  border-radius: 0.875rem;
  background: var(--sheet);
}
article article { padding: 0.75rem 0 0; border: 0; border-block-start: 1px solid var(--line); border-radius: 0; }
article.paper { gap: 1rem; padding: 1.75rem 1.5rem; }
.clause { display: grid; gap: 0.5rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); }
.clause ul, .clause ol, article > ul { padding-inline-start: 1.5rem; }
.clause p + p { padding-block-start: 0.5rem; }
.said { white-space: pre-line; }
.label { color: var(--soft); font-size: 0.875rem; font-weight: 600; }
.note { color: var(--soft); font-size: 0.9375rem; }
.stands { color: var(--we); font-weight: 600; }
.understanding { padding-block-start: 0.75rem; border-block-start: 1px solid var(--line); font-style: italic; }
blockquote { padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.ledger { display: grid; gap: 1rem; padding-inline-start: 3rem; }
.ledger li { padding-inline-start: 0.25rem; }
.ledger blockquote { margin-block-start: 0.375rem; }
@media print {
  :root { color-scheme: light; --paper: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #bbb; --we: #000; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  nav { display: none; }
  article, .clause { break-inside: avoid; }
  article.paper { break-inside: auto; }
  h2, h3, h4 { break-after: avoid; }
}
`);
