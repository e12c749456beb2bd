import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import type { HelpKinds } from "@concord/domain/help/schema";
import type { Limits } from "@concord/sync/engine/limits";
import { makeRooms, type Rooms } from "@concord/sync/engine/rooms";
import type { Clock, RoomLog } from "@concord/sync/ports";
import type { Logger } from "pino";

import { type Auth, makeAuth, migrateAuth } from "./accounts/auth.ts";
import { finishDepartures } from "./accounts/departures.ts";
import { type RelyingParty, relyingPartyOf } from "./accounts/relying-party.ts";
import { makeSealer, type Sealer } from "./accounts/sealed.ts";
import { sessionSecret } from "./accounts/secret.ts";
import { makeSessionAtDoor, type SessionAtDoor } from "./accounts/session-at-door.ts";
import { type ChangeBus, makeChangeBus } from "./events/bus.ts";
import type { AddressOf } from "./http/client-address.ts";
import { type Access, makeAccess } from "./rooms/access.ts";
import { type Database, openDatabase } from "./store/database.ts";
import { migrate } from "./store/migrations.ts";
import { compactOnThread } from "./store/room-log/compaction-thread.ts";
import { openSqliteRoomLog } from "./store/room-log/sqlite-room-log.ts";

/** Everything that routes and rooms stand on, opened once and stopped together. */
export interface Services {
  readonly db: Database;
  readonly auth: Auth;
  readonly sessionAtDoor: SessionAtDoor;
  readonly rooms: Rooms;
  readonly roomLog: RoomLog;
  readonly access: Access;
  readonly bus: ChangeBus;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where people's links lead. */
  readonly origin: string;
  readonly operator: Operator;
  /** The operator's own list of help, if they have written one (S26). */
  readonly help: HelpKinds | null;
  readonly historyDays: number;
  readonly addressOf: AddressOf;
  /** Seals the secrets of authenticator apps. */
  readonly sealer: Sealer;
  /** What passkeys are made for; null where this server's address can have none. */
  readonly party: RelyingParty | null;
}

export interface Operator {
  readonly name: string | null;
  readonly contact: string | null;
}

export interface ServicesOptions {
  readonly dataDir: string;
  readonly origin: string;
  readonly operator: Operator;
  readonly help: HelpKinds | null;
  /** For how many days what was written can be read back; 0 keeps nothing. */
  readonly historyDays: number;
  readonly addressOf: AddressOf;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits?: Partial<Limits>;
}

const day = 24 * 60 * 60 * 1000;

export async function openServices(options: ServicesOptions): Promise<Services> {
  const { dataDir, clock, log, origin } = options;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const db = openDatabase(join(dataDir, "app.db"));
  const bus = makeChangeBus();
  const roomLog = await openSqliteRoomLog({ file: join(dataDir, "log.db") });
  const rooms = makeRooms({
    log: roomLog,
    clock,
    compactor: compactOnThread({ clock }),
    limits: { historyKept: options.historyDays * day, ...options.limits },
    report: ({ kind, error }) => log.warn({ kind, error: String(error) }, "rooms"),
  });
  const access = makeAccess({ db, rooms, bus, clock });
  const secret = await sessionSecret(dataDir);
  const auth = makeAuth({ db, secret, origin, onSessionEnd: access.sessionEnded });
  await migrateAuth(auth);
  await migrate(db, clock.now());
  const sessionAtDoor = await makeSessionAtDoor({ auth, db, clock });
  const sealer = makeSealer(secret, "second factors");
  const party = relyingPartyOf(origin);
  const opened = { db, auth, sessionAtDoor, rooms, roomLog, access, bus, sealer, party };
  await finishDepartures(opened);
  return { ...options, ...opened };
}

/** Ends what people have open, and returns once everything they wrote is durable. */
export async function endLiveConnections({ rooms, bus }: Services): Promise<void> {
  bus.stop();
  await rooms.stop();
}

/** To be called when nothing asks any more. */
export async function closeStores({ roomLog, db }: Services): Promise<void> {
  await roomLog.stop();
  await db.destroy();
}
