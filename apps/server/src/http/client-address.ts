import type { IncomingHttpHeaders } from "node:http";
import { BlockList, isIP, isIPv4, SocketAddress } from "node:net";

/** As much of a request as says where it comes from. */
interface Sent {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/**
 * Where a request comes from, as limits count it: an IPv4 address, or the /64 network of an IPv6
 * one, since whoever has one address of it has all of them.
 */
export type AddressOf = (request: Sent) => string;

/**
 * Anybody can send an `x-forwarded-for`. Only what a trusted proxy has added at its end is believed,
 * from the right to the left, for as long as that names another trusted proxy.
 */
export function makeAddressOf(trusted: BlockList): AddressOf {
  return ({ headers, socket }) => {
    const claims = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
    let address = parsed(socket.remoteAddress ?? "");
    while (address && trusted.check(address)) {
      const claimed = parsed(claims.pop()?.trim() ?? "");
      if (!claimed) break;
      address = claimed;
    }
    // Those who hung up before they were looked at share one count.
    return address ? counted(address) : "gone";
  };
}

/** Whether such an address is the server's own machine. */
export const isThisMachine = (address: string): boolean =>
  address === "::1" || address.startsWith("127.");

/**
 * The addresses and ranges of a list such as `loopback, 172.16.0.0/12, fd00::1`; null where
 * something in it is neither.
 */
export function addressRanges(text: string): BlockList | null {
  const ranges = new BlockList();
  for (const part of text.split(",")) if (!addRange(ranges, part.trim())) return null;
  return ranges;
}

function addRange(ranges: BlockList, part: string): boolean {
  if (part === "loopback") return addRange(ranges, "127.0.0.0/8") && addRange(ranges, "::1");
  const [start = "", bits, ...more] = part.split("/");
  const address = parsed(start);
  if (!address || more.length > 0) return false;
  const longest = address.family === "ipv4" ? 32 : 128;
  const length = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : Infinity;
  if (length > longest) return false;
  ranges.addSubnet(address, length);
  return true;
}

/** An IPv4 address within IPv6 (`::ffff:192.0.2.1`, as sockets of both kinds name it) is unwrapped. */
function parsed(text: string): SocketAddress | null {
  const [address = ""] = text.split("%");
  const version = isIP(address);
  if (version === 0) return null;
  if (version === 4) return new SocketAddress({ address, family: "ipv4" });
  const whole = new SocketAddress({ address, family: "ipv6" });
  const within = whole.address.replace(/^::ffff:/, "");
  return isIPv4(within) ? new SocketAddress({ address: within, family: "ipv4" }) : whole;
}

function counted({ address, family }: SocketAddress): string {
  return family === "ipv4" || address === "::1" ? address : networkOf(address);
}

function networkOf(address: string): string {
  const groups = (part: string) => part.split(":").filter((group) => group !== "");
  const [left = [], right = []] = address.split("::").map(groups);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => "0");
  return `${[...left, ...zeros, ...right].slice(0, 4).join(":")}::/64`;
}
