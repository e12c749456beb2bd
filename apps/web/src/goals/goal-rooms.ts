import { type RoomPath, ownGoalsOf } from "@concord/domain/rooms";
import type { Space } from "@concord/domain/spaces/schema";

/**
 * The documents of goals that are open to whoever looks, in the order in which they are shown: both
 * partners', one's own, the other's. An observer sees those that both have opened to them.
 */
export function goalRooms({ you, partners }: Pick<Space, "you" | "partners">): readonly RoomPath[] {
  const isOther = ({ id }: { readonly id: string }) => (id === you.id ? 0 : 1);
  const own = partners
    .toSorted((a, b) => isOther(a) - isOther(b) || a.seat - b.seat)
    .map(({ id }) => ownGoalsOf(id));
  const all: readonly RoomPath[] = ["goals", ...own];
  return you.role === "partner" ? all : all.filter((room) => you.rooms.includes(room));
}
