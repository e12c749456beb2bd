import { EntryId, type SpaceId } from "@concord/domain/ids";
import { type Accessor, createSignal, onMount } from "solid-js";
import * as v from "valibot";

import { useMe } from "../accounts/me-context.ts";
import { request } from "../api/request.ts";
import { useSpace } from "../spaces/space-context.ts";

const CheckIn = v.object({ id: EntryId, state: v.string(), answered: v.boolean() });
export type OpenCheckIn = v.InferOutput<typeof CheckIn>;

const fetchCheckIns = (space: SpaceId) =>
  request(v.object({ checkIns: v.array(CheckIn) }), {
    method: "GET",
    path: `/api/spaces/${space}/check-ins`,
  });

/** The check-ins that are open, as the server tells this one person. */
export function createOpenCheckIns(): {
  readonly open: Accessor<readonly OpenCheckIn[]>;
  readonly known: Accessor<boolean>;
} {
  const { space } = useSpace();
  const { onDeclared } = useMe();
  const [open, setOpen] = createSignal<readonly OpenCheckIn[]>([]);
  const [known, setKnown] = createSignal(false);
  const ask = async () => {
    const answer = await fetchCheckIns(space().id);
    if (answer.ok) setOpen(answer.value.checkIns.filter(({ state }) => state === "open"));
    setKnown(true);
  };
  onMount(() => void ask());
  onDeclared((changed) => {
    if (changed === null || changed === space().id) void ask();
  });
  return { open, known };
}
