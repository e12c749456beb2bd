import type { SpaceId } from "@concord/domain/ids";
import type { RoomPath } from "@concord/domain/rooms";

/** The page on which a document's entries stand. */
export function pageOfRoom(space: SpaceId, room: RoomPath): string {
  const [kind = "", id = ""] = room.split("/");
  const at = `/space/${space}`;
  if (kind === "agreement") return `${at}/agreements/${id}`;
  if (kind === "check-in") return `${at}/check-ins/${id}`;
  return kind === "own-goals" ? `${at}/goals` : `${at}/${kind}`;
}
