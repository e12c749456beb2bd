import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { originOf } from "../http/origin.ts";
import { type RunningServer, type ServerOptions, startServer } from "../server.ts";
import { writeAgreements } from "./agreements.ts";
import { writeAsks } from "./asks.ts";
import { writeCheckIns } from "./check-ins.ts";
import { wishForCalendar } from "./calendar.ts";
import { admitCounsellor, type DemoPerson, makePerson, makeSpace } from "./couple.ts";
import { writeGoals } from "./goals.ts";
import { writeNeeds } from "./needs.ts";
import { writePromises } from "./promises.ts";
import { makeScribe } from "./scribe.ts";
import { makeWord } from "./word.ts";
import { makeSignInLinks, type SignInLinks } from "./sign-in.ts";

export interface Demo {
  readonly server: RunningServer;
  readonly dataDir: string;
  readonly links: readonly { readonly name: string; readonly who: string; readonly url: string }[];
  /** Stops the server and deletes everything that was written. */
  stop(): Promise<void>;
}

/** A throwaway server with a couple and their counsellor in the middle of things. */
export async function startDemo(options: Pick<ServerOptions, "port" | "dist">): Promise<Demo> {
  const dataDir = await mkdtemp(join(tmpdir(), "concord-demo-"));
  const signIn = makeSignInLinks();
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    // The last is for machines without IPv6.
    const hosts = ["127.0.0.1", "::1", "127.0.0.2"];
    const extraRoutes = signIn.routes;
    const server = await startServer({ ...options, dataDir, hosts, extraRoutes });
    const links = await furnish(server, signIn);
    const stop = async () => {
      await server.stop();
      await remove();
    };
    return { server, dataDir, links, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Writes the sample, and returns one link for each of the three. */
async function furnish(server: RunningServer, signIn: SignInLinks): Promise<Demo["links"]> {
  const { services } = server;
  const [maya, jonas, ines] = [
    await makePerson(services, "Maya"),
    await makePerson(services, "Jonas"),
    await makePerson(services, "Ines Holm"),
  ];
  const couple = { maya: maya.id, jonas: jonas.id };
  const space = await makeSpace(services, couple);
  const scribe = makeScribe(services.rooms, space);
  const now = services.clock.now();
  const word = makeWord(services, space);
  await writeNeeds({ scribe, word }, couple, now);
  await writeGoals({ scribe, word }, couple, now);
  await writeAsks(scribe, couple, now);
  const shown = await writeAgreements({ scribe, word }, couple, now);
  await writePromises({ rooms: services.rooms, word }, { space, couple, agreement: shown, now });
  await writeCheckIns(services, scribe, { space, couple, now });
  const rooms = ["needs", "agreements", `agreement/${shown}`] as const;
  await wishForCalendar(word, jonas.id);
  await admitCounsellor(services, { space, couple, counsellor: ines.id, rooms });
  const link = (person: DemoPerson, who: string, host: string) => {
    const url = originOf(host, server.port) + signIn.open(person, space);
    return { name: person.name, who, url };
  };
  return [
    link(maya, "partner", "localhost"),
    link(jonas, "partner", "127.0.0.1"),
    link(ines, "counsellor", thirdHost(server)),
  ];
}

/** Cookies belong to a host, whatever its port: three hosts hold three people in one browser. */
const thirdHost = ({ hosts }: RunningServer): string =>
  hosts.includes("::1") ? "::1" : "127.0.0.2";
