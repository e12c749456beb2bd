import type { AccountLog } from "@concord/domain/accounts/account";

type Entry = AccountLog["entries"][number];

/** What follows on the same thing on the same day is said with it, and how often it was. */
export function together(
  entries: readonly Entry[],
): readonly (Entry & { readonly times: number })[] {
  const all: (Entry & { times: number })[] = [];
  for (const { event, day } of entries) {
    const last = all.at(-1);
    if (last?.event === event && last.day === day) last.times += 1;
    else all.push({ event, day, times: 1 });
  }
  return all;
}
