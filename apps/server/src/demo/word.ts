import { newDeclarationId, type PersonId, type SpaceId } from "@concord/domain/ids";
import { canonicalOf, hashOf } from "@concord/domain/ledger/canonical";
import type { Declare } from "@concord/domain/ledger/schema";
import { entryOfSubject, type Subject } from "@concord/domain/ledger/subjects";
import { roomName } from "@concord/domain/rooms";
import * as Y from "yjs";

import { bodyToKeep, checkAgainstLedger } from "../ledger/check.ts";
import { addDeclaration } from "../ledger/store.ts";
import type { Services } from "../services.ts";
import { spaceForPartner } from "../spaces/standing.ts";

/** What the demonstration's people declare, checked as what comes over HTTP is. */
export interface Word {
  declare(author: PersonId, declare: Declare, at?: number): Promise<void>;
  /** Agrees to an entry's words as they stand. */
  assent(author: PersonId, subject: Subject, at?: number): Promise<void>;
}

export function makeWord({ db, rooms, clock }: Services, id: SpaceId): Word {
  const declare = async (author: PersonId, declare: Declare, now = clock.now()) => {
    const space = await spaceForPartner(db, { space: id, person: author, now });
    const declaring = { rooms, space, author, declare, now };
    const body = await bodyToKeep(declaring);
    const { kind, subject } = declare;
    await db.transaction().execute(async (trx) => {
      await checkAgainstLedger(trx, declaring);
      await addDeclaration(trx, {
        id: newDeclarationId(),
        space: id,
        author,
        kind,
        subject,
        body,
        now,
      });
    });
  };
  const assent = async (author: PersonId, subject: Subject, at?: number) => {
    const entry = entryOfSubject(subject);
    if (!entry) return;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await rooms.read(roomName({ space: id, path: entry.room })));
    const hash = hashOf(canonicalOf(entry, doc)?.text ?? "");
    await declare(author, { kind: "assent", subject, body: { hash } }, at);
  };
  return { declare, assent };
}
