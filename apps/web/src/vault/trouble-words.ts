import { useText } from "../i18n/text.ts";
import type { OwnTrouble, VaultTrouble } from "./open-vault.ts";

const isOwn = (trouble: VaultTrouble): trouble is OwnTrouble =>
  trouble === "wrong-key" || trouble === "older" || trouble === "not-understood";

/** What a trouble with Me is in words. */
export function createTroubleWords(): (trouble: VaultTrouble) => string {
  const text = useText();
  return (trouble) => (isOwn(trouble) ? text.me.trouble[trouble] : text.problems[trouble]);
}
