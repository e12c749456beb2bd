import type { Dictionary } from "../i18n/text.ts";
import type { Save } from "./saving.ts";

/** What the head of a page says about saving. Observers save nothing: they are told what they see. */
export function saveWords(save: Save, readOnly: boolean, text: Dictionary): string {
  const words = text.workspace.save;
  if (save.kind === "not-saved") return words[save.why];
  if (save.kind === "saving") return words.saving;
  if (save.kind === "saved") return readOnly ? words.lookingOn : words.saved;
  if (readOnly) return words.lookingOnOffline;
  return save.kept ? words.offline : words.offlineOnly;
}
