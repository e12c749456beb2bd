import type { EntryId } from "@concord/domain/ids";
import type { RoomPath } from "@concord/domain/rooms";

import type { Dictionary } from "../i18n/text.ts";

export interface AgreementTitle {
  readonly id: EntryId;
  readonly title: string;
}

/** A room as people call it; an agreement by its title where that is known. */
export function roomInWords(
  room: RoomPath,
  text: Dictionary,
  titles: readonly AgreementTitle[] = [],
): string {
  switch (room) {
    case "needs":
    case "goals":
    case "asks":
    case "agreements":
    case "check-ins":
      return text.observers.rooms[room];
    default: {
      const [kind, id] = room.split("/");
      if (kind === "session") return text.observers.rooms.session;
      if (kind === "check-in") return text.observers.rooms["check-in"];
      if (kind === "own-goals") return text.observers.rooms["own-goals"];
      const title = titles.find((known) => known.id === id)?.title.trim();
      return title ? text.observers.agreementNamed(title) : text.observers.rooms.agreement;
    }
  }
}
