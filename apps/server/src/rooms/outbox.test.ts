import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

import { expect, onTestFinished, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";

import { makeSystemClock } from "../clock.ts";
import { Outbox, Outboxes } from "./outbox.ts";

/** A line with an outbox at one end, and what its other end has heard. */
async function open() {
  const http = createServer().listen(0, "127.0.0.1");
  await once(http, "listening");
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const heard: Uint8Array[] = [];
  client.on("message", (data: Buffer) => heard.push(new Uint8Array(data)));
  const stream = await new Promise<Duplex>((resolve) => {
    http.once("upgrade", (request, socket: Duplex, head) => {
      server.handleUpgrade(request, socket, head, (ws) => server.emit("connection", ws));
      resolve(socket);
    });
  });
  const [ws] = [...server.clients] as [WebSocket];
  await once(client, "open");
  onTestFinished(() => {
    client.terminate();
    http.close();
  });
  const outboxes = new Outboxes(makeSystemClock());
  return { outbox: new Outbox(ws, stream, outboxes), stream, client, heard };
}

const frameOf = (length: number): Uint8Array => new Uint8Array(length).map((_, i) => i % 251);

test("frames arrive whole and in order, of every size that a header tells apart", async () => {
  const { outbox, client, heard } = await open();
  const lengths = [0, 1, 125, 126, 127, 4000, 5000, 65_535, 65_536, 70_000, 3];
  for (const length of lengths) outbox.send(frameOf(length));
  outbox.close(4403, "no-access");
  const [code, reason] = (await once(client, "close")) as [number, Buffer];
  expect(heard).toEqual(lengths.map(frameOf));
  expect([code, reason.toString()]).toEqual([4403, "no-access"]);
});

test("what a turn has for one line leaves in one write, and counts as buffered until then", async () => {
  const { outbox, stream, client, heard } = await open();
  const writes: number[] = [];
  const write = stream.write.bind(stream);
  stream.write = (chunk: Uint8Array) => {
    writes.push(chunk.length);
    return write(chunk);
  };
  for (let i = 0; i < 10; i += 1) outbox.send(frameOf(20));
  expect(writes).toEqual([]);
  expect(outbox.bufferedAmount).toBe(200);
  while (heard.length < 10) await once(client, "message");
  expect(writes).toEqual([220]);
  expect(outbox.bufferedAmount).toBe(0);
});

test("nothing is written to a line that has gone", async () => {
  const { outbox, stream, client } = await open();
  const gone = once(stream, "close");
  client.terminate();
  await gone;
  outbox.send(frameOf(20));
  outbox.flush();
  expect(outbox.bufferedAmount).toBe(0);
});
