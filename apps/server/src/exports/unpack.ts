import { setImmediate } from "node:timers/promises";

import { dataFile, manifestFile, pageFile } from "@concord/domain/exports/schema";
import { Unzip, type UnzipFile, UnzipInflate } from "fflate";

import { Refusal } from "../http/problem.ts";

/** All files of an import together, once they are inflated, in bytes. */
export const largestInflated = 64_000_000;

/** What is fed at once: deflate makes at most a thousand times as much of it. */
const slice = 16 * 1024;

const expected: readonly string[] = [pageFile, dataFile, manifestFile];

/** A zip, by its first bytes. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * The three files of an export, and nothing else: other names, a file twice, sizes left open and
 * whatever inflates beyond the bound are refused with `import-damaged`, before more is inflated.
 */
export async function unpack(bytes: Uint8Array): Promise<Files> {
  const files = new Map<string, Uint8Array[]>();
  const done = new Set<string>();
  let inflated = 0;
  const unzip = new Unzip((file) => {
    if (!expected.includes(file.name) || files.has(file.name) || file.originalSize === undefined)
      throw damaged("another file than those of an export");
    const chunks: Uint8Array[] = [];
    files.set(file.name, chunks);
    receive(file, (chunk, isLast) => {
      inflated += chunk.length;
      if (inflated > largestInflated) throw damaged("it inflates without end");
      chunks.push(chunk);
      if (isLast) done.add(file.name);
    });
  });
  unzip.register(UnzipInflate);
  await feed(unzip, bytes);
  if (done.size !== expected.length) throw damaged("a file is missing, or cut short");
  return new Map([...files].map(([name, chunks]) => [name, Buffer.concat(chunks)]));
}

function receive(file: UnzipFile, take: (chunk: Uint8Array, isLast: boolean) => void): void {
  file.ondata = (error, chunk, isLast) => {
    if (error) throw error;
    take(chunk, isLast);
  };
  file.start();
}

async function feed(unzip: Unzip, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; at += slice) {
    try {
      unzip.push(bytes.subarray(at, at + slice), at + slice >= bytes.length);
    } catch (error) {
      // Whatever the library finds wrong, and however it stumbles over it, is the file's fault.
      throw error instanceof Refusal ? error : damaged(String(error));
    }
    // Others are heard in between.
    await setImmediate();
  }
}

export const damaged = (why: string): Refusal => new Refusal("import-damaged", why);
