import { BlockList } from "node:net";

import { describe, expect, it } from "vitest";

import { addressRanges, makeAddressOf } from "./client-address.ts";

/** Who somebody at `peer` counts as, where this machine and 10.0.0.0/8 are trusted. */
function client(peer: string | undefined, forwardedFor?: string): string {
  const trusted = addressRanges("loopback, 10.0.0.0/8") ?? new BlockList();
  return makeAddressOf(trusted)({
    headers: forwardedFor === undefined ? {} : { "x-forwarded-for": forwardedFor },
    socket: { remoteAddress: peer },
  });
}

describe("a client's address", () => {
  it("is the socket's, whatever somebody claims who is no trusted proxy", () => {
    expect(client("192.0.2.1", "198.51.100.7")).toBe("192.0.2.1");
    expect(client("192.0.2.1", "127.0.0.1")).toBe("192.0.2.1");
  });

  it("is what a trusted proxy added last, whatever came before", () => {
    expect(client("10.0.0.1", "198.51.100.7")).toBe("198.51.100.7");
    expect(client("127.0.0.1", "203.0.113.5, 127.0.0.1, 198.51.100.7")).toBe("198.51.100.7");
    expect(client("::1", "198.51.100.7")).toBe("198.51.100.7");
  });

  it("is what the first of several trusted proxies heard", () => {
    expect(client("127.0.0.1", "203.0.113.5, 198.51.100.7,10.0.0.2 , 10.0.0.1")).toBe(
      "198.51.100.7",
    );
    expect(client("127.0.0.1", "10.0.0.3, 10.0.0.2")).toBe("10.0.0.3");
  });

  it.each(["", "unknown", "198.51.100.7:80", "1.2.3", "<script>", "::1::", "198.51.100.7,"])(
    "is that of the last trusted proxy where it says %j",
    (garbage) => {
      expect(client("10.0.0.1", garbage)).toBe("10.0.0.1");
      expect(client("127.0.0.1", `${garbage}, 10.0.0.1`)).toBe("10.0.0.1");
    },
  );

  it("is the trusted proxy's own where it forwards for nobody", () => {
    expect(client("127.0.0.1")).toBe("127.0.0.1");
    expect(client("::1")).toBe("::1");
  });

  it("is one, whether the socket speaks IPv4 or IPv6", () => {
    expect(client("::ffff:192.0.2.1")).toBe("192.0.2.1");
    expect(client("::ffff:10.0.0.1", "::FFFF:c633:6407")).toBe("198.51.100.7");
  });

  it("is its /64 network in IPv6, however it is written", () => {
    expect(client("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(client("10.0.0.1", "2001:DB8:1:2::9")).toBe("2001:db8:1:2::/64");
    expect(client("2001:db8::1")).toBe("2001:db8:0:0::/64");
    expect(client("2001:db8::1:2:3:4")).toBe("2001:db8:0:0::/64");
    expect(client("2001:db8:0:1::1")).toBe("2001:db8:0:1::/64");
    expect(client("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  });

  it("is shared by all who hung up before they were looked at", () => {
    expect(client(undefined, "198.51.100.7")).toBe("gone");
  });
});
