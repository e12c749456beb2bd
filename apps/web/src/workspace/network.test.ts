import { createRoot } from "solid-js";
import { expect, test } from "vitest";

import { followNetwork } from "./network.ts";

function lineAt(state: { shouldConnect: boolean; wsconnected: boolean }) {
  const calls: string[] = [];
  const line = {
    ...state,
    disconnect: () => void calls.push("disconnect"),
    connect: () => void calls.push("connect"),
  };
  return { line, calls };
}

function follow(state: Parameters<typeof lineAt>[0]) {
  const { line, calls } = lineAt(state);
  const browser = new EventTarget();
  const end = createRoot((dispose) => {
    followNetwork(line, browser);
    return dispose;
  });
  return {
    calls,
    end,
    say: (word: "online" | "offline") => browser.dispatchEvent(new Event(word)),
  };
}

test("asks the server anew when the browser says that the network has gone", () => {
  const { say, calls } = follow({ shouldConnect: true, wsconnected: true });
  say("offline");
  expect(calls).toEqual(["disconnect", "connect"]);
});

test("comes back at once when the network does, and leaves a line that stands alone", () => {
  const away = follow({ shouldConnect: true, wsconnected: false });
  away.say("online");
  expect(away.calls).toEqual(["connect"]);
  const there = follow({ shouldConnect: true, wsconnected: true });
  there.say("online");
  expect(there.calls).toEqual([]);
});

test("never reopens what the server has closed for good", () => {
  const { say, calls } = follow({ shouldConnect: false, wsconnected: false });
  say("offline");
  say("online");
  expect(calls).toEqual([]);
});

test("stops with the document", () => {
  const { say, calls, end } = follow({ shouldConnect: true, wsconnected: true });
  end();
  say("offline");
  expect(calls).toEqual([]);
});
