import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { PersonName, SignUp } from "./accounts/schema.ts";
import { EntryId, newEntryId } from "./ids.ts";
import { CreateGrant } from "./observers/schema.ts";
import { colorOf } from "./people.ts";
import { problems } from "./problems.ts";
import { CreateSpace } from "./spaces/schema.ts";

const signUp = {
  name: " Sam ",
  email: " Sam@Example.ORG ",
  password: "long enough",
  consent: true,
  adult: true,
};

describe("signing up", () => {
  test("takes a name and an address as they were meant", () => {
    expect(v.parse(SignUp, signUp)).toMatchObject({ name: "Sam", email: "sam@example.org" });
  });

  test.each([
    { consent: false },
    { consent: "true" },
    { adult: undefined },
    { email: "nobody" },
    { password: "short" },
    { password: "x".repeat(201) },
    { name: "   " },
    { name: "x".repeat(81) },
  ])("S27 refuses %j", (change) => {
    expect(v.is(SignUp, { ...signUp, ...change })).toBe(false);
  });

  test.each(["Zoë", "李小龙", "O’Brien-Smith", "👩‍💻 Ada", "मैं"])("%s is a name", (name) => {
    expect(v.parse(PersonName, name)).toBe(name);
  });

  test.each(["Sam\nLee", "Sam\u202eeel", "\u0000", "Sam\u2066", "a\u2028b", "\u200b", "-"])(
    "%j is no name: it would be shown as another's, or not at all",
    (name) => expect(v.is(PersonName, name)).toBe(false),
  );
});

describe("a grant", () => {
  const until = "2026-12-01T10:00:00+01:00";

  test("ends at a time, however it is written", () => {
    const time = Date.parse(until);
    expect(v.parse(CreateGrant, { rooms: ["needs"], until }).until).toBe(time);
    expect(v.parse(CreateGrant, { rooms: ["needs"], until: time }).until).toBe(time);
  });

  test.each([
    { rooms: [], until },
    { rooms: ["nowhere"], until },
    { rooms: ["needs"], until: "soon" },
    { rooms: ["needs"], until: "2026-13-45T10:00:00Z" },
    { rooms: ["needs"], until: "2026-12-01T10:00:00" },
    { rooms: ["needs"], until: 1.5 },
    { rooms: ["needs"] },
  ])("refuses %j", (body) => expect(v.is(CreateGrant, body)).toBe(false));

  test("names each room once", () => {
    const rooms = ["needs", "goals", "needs"];
    expect(v.parse(CreateGrant, { rooms, until }).rooms).toEqual(["needs", "goals"]);
  });
});

test("a space needs no name", () => {
  expect(v.parse(CreateSpace, {})).toEqual({ name: "" });
});

test("new ids are ids, and none is another", () => {
  const ids = Array.from({ length: 100 }, newEntryId);
  expect(ids.every((id) => v.is(EntryId, id))).toBe(true);
  expect(new Set(ids).size).toBe(100);
});

test("each seat, and the observer, has a colour of its own", () => {
  expect(new Set([colorOf(1), colorOf(2), colorOf(null)]).size).toBe(3);
});

test("every problem has the status of a refusal", () => {
  expect(Object.values(problems).every((status) => status >= 400 && status < 600)).toBe(true);
});
