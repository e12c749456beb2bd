import { expect, test } from "vitest";

import { type Agent, split } from "./trace.ts";

const txn = (agent: Agent, parents: number[], at: number, come: string) => ({
  agent,
  parents,
  patches: [[at, 0, come] as [number, number, string]],
});

test("every edit knows how many of the other person's it was made upon", () => {
  const { typed } = split({
    numAgents: 2,
    endContent: "",
    txns: [
      txn(0, [], 0, "a"),
      txn(1, [0], 1, "b"),
      txn(0, [0], 1, "c"),
      txn(0, [1, 2], 3, "d"),
      txn(1, [1], 2, "e"),
    ],
  });
  expect(typed[0].map(({ others }) => others)).toEqual([0, 0, 1]);
  expect(typed[1].map(({ others }) => others)).toEqual([1, 1]);
});
