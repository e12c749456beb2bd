import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

import type { Ready } from "../servers/control.ts";
import { type Dialect, peopleOfARoom } from "./dialect.ts";
import { binary, clientFrame, FrameSplitter, pong } from "./frame.ts";
import { emptyVector, look, type MessageKind, step1 } from "./messages.ts";

export type Listener = (kind: MessageKind, payload: Buffer, body: number, line: Line) => void;

export interface Target {
  readonly ready: Ready;
  readonly dialect: Dialect;
  /** Told of what a line hears that it should not; the run ends with it. */
  readonly fail: (error: unknown) => void;
}

const deaf: Listener = () => undefined;

/**
 * One client's line into one room: a plain socket that speaks just enough WebSocket, so that the
 * load costs little beside what it measures.
 */
export class Line {
  readonly room: number;
  readonly prefix: Uint8Array;
  readonly #socket: Socket;
  /** Rejects when the line ends before it was hung up. */
  readonly broken: Promise<never>;
  hear: Listener = deaf;
  #hungUp = false;

  constructor(room: number, prefix: Uint8Array, socket: Socket) {
    this.room = room;
    this.prefix = prefix;
    this.#socket = socket;
    this.broken = new Promise((_, reject) => {
      socket.once("close", () => {
        if (!this.#hungUp) reject(new Error(`room ${room}: the server ended the line`));
      });
    });
  }

  take(opcode: number, payload: Buffer): void {
    if (opcode === binary) {
      const { kind, body } = look(payload, this.prefix.length);
      this.hear(kind, payload, body, this);
    } else if (opcode === 8) {
      throw new Error(`room ${this.room}: closed with ${payload.readUInt16BE(0)}`);
    } else if (opcode === 9) this.#socket.write(clientFrame(pong, payload));
  }

  send(message: Uint8Array): void {
    this.#socket.write(this.frame(message));
  }

  /** Any number of frames, made by `frame`, in one write. */
  write(frames: Uint8Array): void {
    this.#socket.write(frames);
  }

  frame(message: Uint8Array): Buffer {
    return clientFrame(binary, this.prefix, message);
  }

  hangUp(): void {
    this.#hungUp = true;
    this.hear = deaf;
    this.#socket.destroy();
  }
}

/** Opens a line and says hello. Frames that come at once are heard by `hear`. */
export function openLine(
  { ready, dialect, fail }: Target,
  at: { readonly room: number; readonly person: number },
  hear: Listener = deaf,
): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: ready.port, host: "127.0.0.1", noDelay: true });
    socket.once("error", reject);
    const line = new Line(at.room, dialect.prefix(at.room), socket);
    line.broken.catch((error: unknown) => {
      fail(error);
      reject(error);
    });
    line.hear = hear;
    const splitter = new FrameSplitter((opcode, payload) => line.take(opcode, payload));
    const cookie = ready.cookies[at.room * peopleOfARoom + at.person];
    socket.write(
      [
        `GET ${dialect.path(at.room)} HTTP/1.1`,
        `Host: 127.0.0.1:${ready.port}`,
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
        ...(cookie ? [`Cookie: ${cookie}`] : []),
        "\r\n",
      ].join("\r\n"),
    );
    let head = "";
    const onHead = (chunk: Buffer): void => {
      head += chunk.toString("latin1");
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) return;
      if (!head.startsWith("HTTP/1.1 101")) return reject(new Error(head.slice(0, 60)));
      socket.off("data", onHead);
      if (dialect.hello) line.send(dialect.hello);
      resolve(line);
      const rest = Buffer.from(head.slice(end + 4), "latin1");
      const push = (bytes: Buffer): void => {
        try {
          splitter.push(bytes);
        } catch (error) {
          fail(error);
        }
      };
      socket.on("data", push);
      if (rest.length > 0) push(rest);
    };
    socket.on("data", onHead);
  });
}

/** Asks for what the client lacks and resolves once it has been answered. */
export async function sync(line: Line, vector: Uint8Array = emptyVector): Promise<void> {
  const { hear } = line;
  await Promise.race([
    line.broken,
    new Promise<void>((resolve) => {
      line.hear = (kind, payload, body) => {
        hear(kind, payload, body, line);
        if (kind === "step2") resolve();
      };
      line.send(step1(vector));
    }),
  ]);
  line.hear = hear;
}
