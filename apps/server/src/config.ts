import { BlockList } from "node:net";
import { resolve } from "node:path";

import * as v from "valibot";

import { addressRanges } from "./http/client-address.ts";

export interface Config {
  readonly hosts: readonly string[];
  readonly port: number;
  /** Whether somebody asked for this very port. */
  readonly isPortGiven: boolean;
  readonly dataDir: string;
  /** Null: whatever reaches us on this machine. */
  /** The operator's list of help; null: `help.json` in the data folder, where there is one. */
  readonly helpFile: string | null;
  readonly publicOrigin: string | null;
  readonly operator: { readonly name: string | null; readonly contact: string | null };
  /** The reverse proxies that are believed about whom they pass on. */
  readonly trustedProxies: BlockList;
  /** For how many days what was written can be read back; 0 keeps nothing. */
  readonly historyDays: number;
  readonly logLevel: string;
}

/** A setting that cannot be used. The message names it, what it was, and what is expected. */
export class BadConfig extends Error {
  override readonly name = "BadConfig";
}

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65535));

const days = v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number), v.maxValue(3650));

export const defaultHistoryDays = 30;

/** `localhost` stands for both loopback addresses, whichever a browser tries first. */
const hosts = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9.:-]+$/),
  v.transform((host) => (host === "localhost" ? ["127.0.0.1", "::1"] : [host])),
);

const origin = v.pipe(
  v.string(),
  v.check((text) => {
    const url = URL.parse(text);
    return url !== null && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, "");
  }),
  v.transform((text) => new URL(text).origin),
);

const proxies = v.pipe(v.string(), v.transform(addressRanges), v.instance(BlockList));

const text = v.pipe(v.string(), v.trim(), v.maxLength(200));

const levels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const helpFileIn = (path: string | null): string | null => path && resolve(path);

/** Reads the environment: the only place that does. An empty variable counts as absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = <T>(name: string, schema: v.GenericSchema<string, T>, expected: string) => {
    const given = env[name];
    if (given === undefined || given === "") return null;
    const result = v.safeParse(schema, given);
    if (result.success) return result.output;
    throw new BadConfig(`${name} is ${JSON.stringify(given)}, but must be ${expected}.`);
  };
  const given = read("PORT", port, "a port number from 0 to 65535");
  return {
    port: given ?? 3000,
    isPortGiven: given !== null,
    hosts: read("HOST", hosts, "an address to listen on, such as 127.0.0.1") ?? [
      "127.0.0.1",
      "::1",
    ],
    dataDir: resolve(read("DATA_DIR", text, "a folder's path") ?? "data"),
    helpFile: helpFileIn(read("HELP_FILE", text, "a file's path")),
    publicOrigin: read(
      "PUBLIC_ORIGIN",
      origin,
      "the address people use, with nothing after the host, such as https://concord.example.org",
    ),
    operator: {
      name: read("OPERATOR_NAME", text, "a name of at most 200 characters"),
      contact: read("OPERATOR_CONTACT", text, "an address of at most 200 characters"),
    },
    trustedProxies:
      read(
        "TRUSTED_PROXIES",
        proxies,
        "addresses, ranges such as 10.0.0.0/8, or loopback, with commas between them",
      ) ?? new BlockList(),
    historyDays:
      read("HISTORY_DAYS", days, "a number of days from 0 to 3650") ?? defaultHistoryDays,
    logLevel: read("LOG_LEVEL", v.picklist(levels), `one of ${levels.join(", ")}`) ?? "warn",
  };
}
