import type { EntryId, PersonId } from "@concord/domain/ids";
import { type RoomPath, ownerOf } from "@concord/domain/rooms";

import type { Dictionary } from "../i18n/text.ts";

export interface AgreementTitle {
  readonly id: EntryId;
  readonly title: string;
}

/** What is known of a space by whoever is told of its rooms. */
interface Known {
  readonly titles?: readonly AgreementTitle[];
  readonly partners?: readonly { readonly id: PersonId; readonly name: string }[];
}

/** A room as people call it; an agreement by its title, somebody's own by their name, if known. */
export function roomInWords(room: RoomPath, text: Dictionary, known: Known = {}): string {
  const words = text.observers;
  switch (room) {
    case "needs":
    case "goals":
    case "asks":
    case "agreements":
    case "check-ins":
      return words.rooms[room];
    default: {
      const [kind, id] = room.split("/");
      if (kind === "session") return words.rooms.session;
      if (kind === "check-in") return words.rooms["check-in"];
      if (kind === "own-goals") {
        const owner = known.partners?.find((partner) => partner.id === ownerOf(room));
        return owner ? words.ownGoalsOf(owner.name) : words.rooms["own-goals"];
      }
      const title = known.titles?.find((agreement) => agreement.id === id)?.title.trim();
      return title ? words.agreementNamed(title) : words.rooms.agreement;
    }
  }
}
