import { describe, expect, it } from "vitest";

import { BadConfig, readConfig } from "./config.ts";

describe("configuration", () => {
  it("serves this machine at port 3000 with its data beside it, where nothing is set", () => {
    const config = readConfig({});
    expect(config.port).toBe(3000);
    expect(config.hosts).toEqual(["127.0.0.1", "::1"]);
    expect(config.dataDir).toBe(`${process.cwd()}/data`);
    expect(config.publicOrigin).toBeNull();
  });

  it("takes an empty variable for an absent one", () => {
    expect(readConfig({ PORT: "", PUBLIC_ORIGIN: "" })).toEqual(readConfig({}));
  });

  it("takes a public origin with or without its closing slash", () => {
    const { publicOrigin } = readConfig({ PUBLIC_ORIGIN: "https://concord.example.org/" });
    expect(publicOrigin).toBe("https://concord.example.org");
  });

  it("trusts no proxy, or those that are named", () => {
    expect(readConfig({}).trustedProxies.check("127.0.0.1")).toBe(false);
    const { trustedProxies } = readConfig({ TRUSTED_PROXIES: "loopback, 172.16.0.0/12,fd00::1" });
    for (const address of ["127.0.0.1", "127.8.8.8", "172.31.0.9"])
      expect(trustedProxies.check(address)).toBe(true);
    for (const address of ["::1", "fd00::1"])
      expect(trustedProxies.check(address, "ipv6")).toBe(true);
    expect(trustedProxies.check("172.32.0.1")).toBe(false);
    expect(trustedProxies.check("fd00::2", "ipv6")).toBe(false);
  });

  it("keeps history for 30 days, or for as many as are named", () => {
    expect(readConfig({}).historyDays).toBe(30);
    for (const days of [0, 1, 3650])
      expect(readConfig({ HISTORY_DAYS: String(days) }).historyDays).toBe(days);
  });

  it.each([
    ["PORT", "three thousand"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["HOST", "not a host"],
    ["PUBLIC_ORIGIN", "concord.example.org"],
    ["PUBLIC_ORIGIN", "https://concord.example.org/app"],
    ["PUBLIC_ORIGIN", "ftp://concord.example.org"],
    ["TRUSTED_PROXIES", "nginx"],
    ["TRUSTED_PROXIES", "loopback,"],
    ["TRUSTED_PROXIES", "10.0.0.0/33"],
    ["TRUSTED_PROXIES", "10.0.0.0/8/8"],
    ["TRUSTED_PROXIES", "10.0.0.0/"],
    ["HISTORY_DAYS", "3651"],
    ["HISTORY_DAYS", "-1"],
    ["HISTORY_DAYS", "1.5"],
    ["HISTORY_DAYS", "a month"],
    ["LOG_LEVEL", "loud"],
  ])("refuses %s=%s, naming the variable, the value and what it must be", (name, value) => {
    const reading = () => readConfig({ [name]: value });
    expect(reading).toThrow(BadConfig);
    expect(reading).toThrow(new RegExp(`^${name} is "${value}", but must be .+`));
  });
});
