import { createRoot } from "solid-js";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { makeServerEvents } from "./events.ts";

/** A stream of events as a browser has it, in the hands of the test. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 0;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    Stream.opened.push(this);
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  say(data: string) {
    this.dispatchEvent(new MessageEvent("changed", { data }));
  }
  open() {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }
  fail(readyState: number) {
    this.readyState = readyState;
    this.dispatchEvent(new Event("error"));
  }
}

function listen() {
  const heard: (string | null)[] = [];
  const stop = createRoot((dispose) => {
    makeServerEvents((kind, space) => {
      if (kind === "changed") heard.push(space);
    });
    return dispose;
  });
  const [stream] = Stream.opened;
  if (!stream) throw new Error("nothing was opened");
  return { heard, stop, stream };
}

beforeEach(() => {
  vi.useFakeTimers();
  Stream.opened = [];
  vi.stubGlobal("EventSource", Stream);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("hearing from the server", () => {
  test("names the space that changed", () => {
    const { heard, stream } = listen();
    expect(stream.url).toBe("/api/events");
    stream.say('{"space":"space-of-both"}');
    expect(heard).toEqual(["space-of-both"]);
  });

  test.each([["{"], ['{"space":"?"}'], ["[]"]])("has us look at everything after %s", (data) => {
    const { heard, stream } = listen();
    stream.say(data);
    expect(heard).toEqual([null]);
  });

  test("has us look at everything once it is back, for we may have missed something", () => {
    const { heard, stream } = listen();
    stream.open();
    expect(heard).toEqual([]);
    stream.fail(0);
    stream.open();
    expect(heard).toEqual([null]);
  });

  test("is tried again after a refusal, and not before a while has passed", () => {
    const { stream } = listen();
    stream.fail(Stream.CLOSED);
    vi.advanceTimersByTime(9_999);
    expect(Stream.opened).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(Stream.opened).toHaveLength(2);
  });

  test("ends with its owner, for good", () => {
    const { stop, stream } = listen();
    stream.fail(Stream.CLOSED);
    stop();
    vi.advanceTimersByTime(60_000);
    expect(Stream.opened).toHaveLength(1);
    expect(stream.readyState).toBe(Stream.CLOSED);
  });
});
