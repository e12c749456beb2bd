import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Writable } from "node:stream";

import pino from "pino";
import { describe, expect, it } from "vitest";

import { send, signUp, startWorkspace, temporaryFolder } from "../testing/workspace.ts";
import { readHelp } from "./file.ts";

const kinds = [
  { name: "The helpline of our town", text: "Day and night, free.", contact: "0800 000 000" },
  { name: "Your doctor", text: "They may tell nobody." },
];

async function folderWith(content: string): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "help.json"), content);
  return folder;
}

const readIn = (dataDir: string) => readHelp({ dataDir, helpFile: null });

describe("the operator's list of help", () => {
  it("S26 is read from help.json in the data folder, and none is needed", async () => {
    expect(await readIn(await temporaryFolder())).toBeNull();
    expect(await readIn(await folderWith(JSON.stringify(kinds)))).toEqual(kinds);
  });

  it("S26 is read from the file that was named, which must be there", async () => {
    const file = join(await folderWith(JSON.stringify(kinds)), "help.json");
    const dataDir = await temporaryFolder();
    expect(await readHelp({ dataDir, helpFile: file })).toEqual(kinds);
    const missing = join(dataDir, "nowhere.json");
    await expect(readHelp({ dataDir, helpFile: missing })).rejects.toThrow(
      `The list of help, ${missing}, cannot be read.`,
    );
  });

  it.each([
    ["{", "is not JSON"],
    ["[]", "must be a JSON array"],
    ['[{"name": "A friend"}]', "at 0.text"],
    ['[{"name": "", "text": "x"}]', "at 0.name"],
    ['[{"name": "A friend", "text": "x", "link": "https://x"}]', "at 0.link"],
  ])("S26 that makes no sense stops the start with a clear word: %s", async (content, said) => {
    await expect(readIn(await folderWith(content))).rejects.toThrow(said);
  });

  it("S26 is for whoever asks, signed in or not", async () => {
    const server = await startWorkspace({ help: kinds });
    expect((await send(server, "GET", "/api/help")).body).toEqual({ kinds });
    expect((await send(await startWorkspace(), "GET", "/api/help")).body).toEqual({ kinds: null });
  });

  it("S26 leaves no trace where it is read: no cookie, no row, no line in any log", async () => {
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk: Buffer, _, done) {
        lines.push(chunk.toString());
        done();
      },
    });
    const server = await startWorkspace({ log: pino({ level: "trace" }, sink) });
    const maya = await signUp(server, "Maya");
    const before = lines.length;
    const answer = await maya.get("/api/help");
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(lines.slice(before)).toEqual([]);
  });
});
