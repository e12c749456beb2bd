import type { CheckIn } from "@concord/domain/check-ins/schema";
import { type Accessor, createSignal } from "solid-js";

import { useMe } from "../accounts/me-context.ts";
import { fetchCheckIns } from "../check-ins/check-ins-api.ts";
import { useSpace } from "../spaces/space-context.ts";

/** The check-ins that are open, as the server tells this one person (S2). */
export function createOpenCheckIns(): {
  readonly open: Accessor<readonly CheckIn[]>;
  readonly known: Accessor<boolean>;
} {
  const { space } = useSpace();
  const { onDeclared } = useMe();
  const [open, setOpen] = createSignal<readonly CheckIn[]>([]);
  const [known, setKnown] = createSignal(false);
  const ask = async () => {
    const answer = await fetchCheckIns(space().id);
    if (answer.ok) setOpen(answer.value.checkIns.filter(({ state }) => state === "open"));
    setKnown(true);
  };
  void ask();
  onDeclared((changed) => {
    if (changed === null || changed === space().id) void ask();
  });
  return { open, known };
}
