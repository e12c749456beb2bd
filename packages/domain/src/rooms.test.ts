import * as fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { ownerOf, ownGoalsOf, parseRoom, parseRoomPath, roomName, RoomPath } from "./rooms.ts";
import { personId } from "./testing/replicas.ts";

const space = "s".repeat(36);

describe("a room's name", () => {
  test.each([
    "needs",
    "goals",
    "asks",
    "agreements",
    "agreement/abcdefgh",
    "session/a_c-EF12",
    "check-ins",
    "check-in/abcdefgh",
    "own-goals/abcdefgh",
  ])("%s is a room of a space", (path) => {
    const room = parseRoom(`${space}/${path}`);
    expect(room).toEqual({ space, path });
    expect(room && roomName(room)).toBe(`${space}/${path}`);
  });

  test.each([
    "",
    "/",
    "needs",
    "/needs",
    space,
    `${space}/`,
    `${space}//needs`,
    `${space}/needs/`,
    `${space}/Needs`,
    `${space}/needs/needs`,
    `${space}/agreement`,
    `${space}/own-goals`,
    `${space}/own-goals/short`,
    `${space}/own-goals/abcdefgh/x`,
    `${space}/agreement/`,
    `${space}/agreement/short`,
    `${space}/agreement/abcdefgh/x`,
    `${space}/agreements/abcdefgh`,
    `${space}/agreement/../needs`,
    `../${space}/needs`,
    `${space}/../${space}/needs`,
    `${space}%2Fneeds`,
    `${space}\\needs`,
    `${space}/needs\n`,
    `${space}/needs\0`,
    ` ${space}/needs`,
    `${space}/needs?x=1`,
    `${"s".repeat(65)}/needs`,
    `${space}/agreement/${"a".repeat(65)}`,
    `${space}/agreement/${"a".repeat(1_000_000)}`,
    `${space}/agreement/абвгдежз`,
    `ｓｐａｃｅｓｐａｃｅ/needs`,
    "constructor/__proto__",
  ])("%j is none", (name) => expect(parseRoom(name)).toBeNull());

  test("whatever is parsed is written back as it was", () => {
    const part = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("needs", "agreement", "session", "..", ".", "", space, "abcdefgh"),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const name = parts.join("/");
        const room = parseRoom(name);
        expect(room === null || roomName(room) === name).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

test("a body that lists rooms is parsed as the address is", () => {
  for (const text of ["needs", "agreement/abcdefgh", "agreement/..", "", "__proto__"]) {
    expect(v.is(RoomPath, text)).toBe(parseRoomPath(text) !== null);
  }
  expect(v.is(RoomPath, 3)).toBe(false);
});

test("a person's own goals are theirs, and what both write belongs to neither", () => {
  const sam = personId("sam");
  expect(parseRoomPath(ownGoalsOf(sam))).toBe(ownGoalsOf(sam));
  expect(ownerOf(ownGoalsOf(sam))).toBe(sam);
  expect(ownerOf("goals")).toBeNull();
});
