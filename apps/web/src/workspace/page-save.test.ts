import { expect, test } from "vitest";

import { pageSave } from "./page-save.ts";
import type { Save } from "./saving.ts";

const saved: Save = { kind: "saved" };
const saving: Save = { kind: "saving" };
const offline: Save = { kind: "offline", kept: true };
const refused: Save = { kind: "not-saved", why: "reload" };

const written = (save: Save) => ({ readOnly: false, save: () => save });
const read = (save: Save) => ({ readOnly: true, save: () => save });

test("a page is saved once all that is written there is", () => {
  expect(pageSave([written(saved), written(saving)])).toEqual({ save: saving, readOnly: false });
  expect(pageSave([written(saved), written(saved)]).save).toEqual(saved);
});

test("the worst is told first: not saved, then kept nowhere else, then offline", () => {
  const lost: Save = { kind: "offline", kept: false };
  expect(pageSave([written(saving), written(offline), written(refused)]).save).toEqual(refused);
  expect(pageSave([written(offline), written(lost)]).save).toEqual(lost);
  expect(pageSave([written(saving), written(offline)]).save).toEqual(offline);
});

test("what one only reads says nothing about one's own words, unless one writes none", () => {
  expect(pageSave([written(saved), read(refused)])).toEqual({ save: saved, readOnly: false });
  expect(pageSave([read(saved), read(offline)])).toEqual({ save: offline, readOnly: true });
});
