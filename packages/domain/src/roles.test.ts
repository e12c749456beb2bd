import { describe, expect, test } from "vitest";

import { isInEffect, roleIn, type GrantFacts, type RoomRole, type SpaceFacts } from "./roles.ts";
import { parseRoom, type Room, type RoomPath } from "./rooms.ts";
import { personId } from "./testing/replicas.ts";

const sam = personId("sam");
const alex = personId("alex");
const dana = personId("dana");
const now = 1_000;

function room(path: string): Room {
  const parsed = parseRoom(`space-one/${path}`);
  if (!parsed) throw new Error(`no such room: ${path}`);
  return parsed;
}

const needs: RoomPath = "needs";
const whole: GrantFacts = {
  observer: dana,
  rooms: [needs],
  consents: [sam, alex],
  until: now + 1,
  revoked: false,
};

const facts = (...grants: readonly Partial<GrantFacts>[]): SpaceFacts => ({
  partners: [sam, alex],
  left: [],
  closed: false,
  grants: grants.map((grant) => ({ ...whole, ...grant })),
  now,
});

describe("every combination of what access depends on", () => {
  const yesNo = [true, false] as const;
  const cases = yesNo.flatMap((isPartner) =>
    yesNo.flatMap((named) =>
      yesNo.flatMap((first) =>
        yesNo.flatMap((second) =>
          yesNo.flatMap((claimed) =>
            yesNo.flatMap((ended) =>
              yesNo.map((revoked) => ({
                isPartner,
                named,
                first,
                second,
                claimed,
                ended,
                revoked,
              })),
            ),
          ),
        ),
      ),
    ),
  );

  test.each(cases)("S6 S11 S13 %j", (given) => {
    const space = facts({
      observer: given.claimed ? dana : null,
      rooms: given.named ? [needs] : ["goals"],
      consents: [...(given.first ? [sam] : []), ...(given.second ? [alex] : [])],
      until: given.ended ? now : now + 1,
      revoked: given.revoked,
    });
    const admitted =
      given.claimed && given.named && given.first && given.second && !given.ended && !given.revoked;
    const expected: RoomRole = given.isPartner ? "writer" : admitted ? "reader" : "none";
    expect(roleIn(room("needs"), given.isPartner ? sam : dana, space)).toBe(expected);
  });
});

describe("a partner", () => {
  test("writes in every room, alone or together (S19)", () => {
    for (const path of ["needs", "goals", "asks", "agreements", "agreement/abcdefgh"]) {
      expect(roleIn(room(path), sam, facts())).toBe("writer");
      expect(roleIn(room(path), sam, { ...facts(), partners: [sam] })).toBe("writer");
    }
  });

  test("S4 writes in their own goals, reads their partner's, and has none in a stranger's", () => {
    expect(roleIn(room(`own-goals/${sam}`), sam, facts())).toBe("writer");
    expect(roleIn(room(`own-goals/${sam}`), alex, facts())).toBe("reader");
    expect(roleIn(room(`own-goals/${dana}`), sam, facts())).toBe("none");
    expect(roleIn(room(`own-goals/${dana}`), dana, facts({ rooms: [`own-goals/${dana}`] }))).toBe(
      "none",
    );
  });

  test("S11 own goals are opened to an observer as every document is: by both", () => {
    const rooms = [`own-goals/${sam}`] as const;
    expect(roleIn(room(`own-goals/${sam}`), dana, facts({ rooms }))).toBe("reader");
    expect(roleIn(room(`own-goals/${sam}`), dana, facts({ rooms, consents: [sam] }))).toBe("none");
    expect(roleIn(room(`own-goals/${sam}`), dana, facts())).toBe("none");
  });

  test("who is named as the observer of their own space stays a writer", () => {
    expect(roleIn(room("needs"), sam, facts({ observer: sam }))).toBe("writer");
  });
});

describe("an observer", () => {
  test("S6 is not admitted by one partner, however often they consent", () => {
    expect(roleIn(room("needs"), dana, facts({ consents: [sam, sam] }))).toBe("none");
    expect(roleIn(room("needs"), dana, facts({ consents: [sam, dana] }))).toBe("none");
  });

  test("S6 is not admitted to the space of one person, nor of one who is listed twice", () => {
    for (const partners of [[], [sam], [sam, sam]]) {
      expect(roleIn(room("needs"), dana, { ...facts({}), partners })).toBe("none");
    }
  });

  test("S11 is let in by consents to one grant, not by halves of two", () => {
    const halves = facts({ consents: [sam] }, { consents: [alex] });
    expect(roleIn(room("needs"), dana, halves)).toBe("none");
  });

  test("S11 sees the documents named and no later one", () => {
    const space = facts({ rooms: ["agreements", "needs"] });
    expect(roleIn(room("agreements"), dana, space)).toBe("reader");
    expect(roleIn(room("agreement/abcdefgh"), dana, space)).toBe("none");
    expect(roleIn(room("session/abcdefgh"), dana, space)).toBe("none");
  });

  test("S11 is out from the very moment of its end, and with an end that is no time", () => {
    expect(isInEffect(whole, { ...facts(), now: whole.until - 1 })).toBe(true);
    expect(isInEffect(whole, { ...facts(), now: whole.until })).toBe(false);
    expect(roleIn(room("needs"), dana, facts({ until: Number.NaN }))).toBe("none");
  });

  test("S13 keeps another grant that was not revoked", () => {
    const space = facts({ revoked: true }, { rooms: ["goals"] });
    expect(roleIn(room("needs"), dana, space)).toBe("none");
    expect(roleIn(room("goals"), dana, space)).toBe("reader");
  });

  test("is a stranger to everybody else's grant", () => {
    expect(roleIn(room("needs"), personId("eve"), facts({}))).toBe("none");
  });
});

describe("a closed space", () => {
  const closed: SpaceFacts = { ...facts({}), partners: [alex], left: [sam], closed: true };
  const paths = ["needs", "goals", "asks", "agreements", "agreement/abcdefgh", "check-ins"];

  test("S16 is read by the one who is still there, in every room, and written by nobody", () => {
    for (const path of [...paths, `own-goals/${sam}`, `own-goals/${alex}`])
      expect(roleIn(room(path), alex, closed)).toBe("reader");
  });

  test("S16 is nothing to the one who left, nor to an observer whom both had admitted", () => {
    for (const path of [...paths, `own-goals/${sam}`])
      for (const person of [sam, dana]) expect(roleIn(room(path), person, closed)).toBe("none");
  });

  test("S16 lets no observer in, even where both who are named in it have consented", () => {
    expect(roleIn(room("needs"), dana, { ...closed, partners: [sam, alex], left: [] })).toBe(
      "none",
    );
  });

  test("S16 is nobody's once both have left", () => {
    const empty = { ...closed, partners: [], left: [sam, alex] };
    for (const person of [sam, alex, dana])
      expect(roleIn(room("needs"), person, empty)).toBe("none");
  });
});
