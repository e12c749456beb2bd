import { addGoal, goalText, setGoalBacking, setGoalProgress } from "@concord/domain/goals/commands";
import { readGoals } from "@concord/domain/goals/view";
import { EntryId, PersonId } from "@concord/domain/ids";
import { goalWords, hashOf } from "@concord/domain/ledger/canonical";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import type { RunningServer } from "../server.ts";
import { eventually } from "../testing/eventually.ts";
import { entered, opened, type Peer, peer, raw, synced } from "../testing/peers.ts";
import { couple, createSpace, offerGrant, signUp, startWorkspace } from "../testing/workspace.ts";

const goal = v.parse(EntryId, "running-goal");

/** Maya's own goals, open to her and to Jonas at once. */
async function bothSides() {
  const server = await startWorkspace();
  const people = await couple(server);
  const { maya, jonas, space } = people;
  const room = `${space}/own-goals/${maya.id}`;
  const hers = peer(server, maya, room);
  const his = peer(server, jonas, room);
  await Promise.all([synced(hers), synced(his)]);
  const owner = v.parse(PersonId, maya.id);
  const write = (title: string) => addGoal(hers.doc, { id: goal, owner, title, backing: "ask" });
  return { ...people, server, room, hers, his, write };
}

const titles = ({ doc }: Pick<Peer, "doc">) => readGoals(doc).map(({ title }) => title);

async function onServer({ services }: RunningServer, room: string) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await services.rooms.read(room));
  return readGoals(doc);
}

const usersSeenBy = ({ provider }: Peer) =>
  [...provider.awareness.getStates().values()].map((state) => state["user"]);

describe("a partner's own goals", () => {
  it("mechanic 6: are read live by the other, with the backing that was chosen", async () => {
    const { hers, his, write } = await bothSides();
    write("Run ten kilometres");
    await eventually(() => expect(titles(his)).toEqual(["Run ten kilometres"]));
    setGoalBacking(hers.doc, goal, "leave");
    await eventually(() => expect(readGoals(his.doc)[0]?.backing).toBe("leave"));
  });

  it("are open from either side, whoever comes first, each to their own", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    for (const owner of [maya, jonas]) {
      const other = owner === maya ? jonas : maya;
      const room = `${space}/own-goals/${owner.id}`;
      const reads = peer(server, other, room);
      await synced(reads);
      const writes = peer(server, owner, room);
      await synced(writes);
      addGoal(writes.doc, { id: goal, owner: "ours", title: owner.name });
      await eventually(() => expect(titles(reads)).toEqual([owner.name]));
      expect([reads.closes, writes.closes]).toEqual([[], []]);
    }
  });

  it("S4 pitfall 6: frames of the other's change nothing there, and reach nobody", async () => {
    const { server, jonas, room, hers, write } = await bothSides();
    write("Run ten kilometres");
    await eventually(async () => expect(await onServer(server, room)).toHaveLength(1));
    const edited = new Y.Doc();
    Y.applyUpdate(edited, Y.encodeStateAsUpdate(hers.doc));
    const before = Y.encodeStateVector(edited);
    goalText(edited, goal, "title")?.insert(0, "You should really ");
    setGoalProgress(edited, goal, "reached");
    const update = Y.encodeStateAsUpdate(edited, before);
    const deleted = new Y.Doc();
    Y.applyUpdate(deleted, Y.encodeStateAsUpdate(hers.doc));
    const vector = Y.encodeStateVector(deleted);
    deleted.getMap("goals").delete(goal);
    const removal = Y.encodeStateAsUpdate(deleted, vector);

    const onlooker = raw(server, jonas, `/sync/${room}`);
    await entered(onlooker);
    const heard = onlooker.frames.length;
    const socket = raw(server, jonas, `/sync/${room}`);
    await opened(socket);
    for (const frame of [update, removal])
      for (const type of [1, 2])
        socket.ws.send(Uint8Array.of(0, type, ...lengthOf(frame), ...frame));
    // The server has gone through them all once it answers what came after them.
    await entered(socket);
    const kept = await onServer(server, room);
    expect(kept).toMatchObject([{ title: "Run ten kilometres", progress: "idea" }]);
    expect(titles(hers)).toEqual(["Run ten kilometres"]);
    expect(onlooker.frames.slice(heard).filter(([type]) => type === 0)).toEqual([]);
  });

  it("S4 pitfall 6: whoever goes on writing there is shown the door", async () => {
    const { server, jonas, room } = await bothSides();
    const forged = new Y.Doc();
    addGoal(forged, { id: goal, owner: "ours", title: "Yours, by me" });
    const update = Y.encodeStateAsUpdate(forged);
    const socket = raw(server, jonas, `/sync/${room}`);
    await opened(socket);
    for (let time = 0; time < 20; time += 1)
      socket.ws.send(Uint8Array.of(0, 2, ...lengthOf(update), ...update));
    expect(await socket.closed).toEqual({ code: 4403, reason: "no-access" });
    expect(await onServer(server, room)).toEqual([]);
  });

  it("S2 S8: who reads them is seen only while they show themselves", async () => {
    const { jonas, hers, his } = await bothSides();
    const himThere = expect.objectContaining({ id: jonas.id, role: "partner", seat: 2 });
    await eventually(() => expect(usersSeenBy(hers)).toContainEqual(himThere));
    his.provider.awareness.setLocalState(null);
    await eventually(() => expect(usersSeenBy(hers)).not.toContainEqual(himThere));
  });

  it("pitfall 6: presence carries no words of his to her", async () => {
    const { hers, his } = await bothSides();
    his.provider.awareness.setLocalState({ note: "Have you done it yet?" });
    await eventually(() => {
      const state = hers.provider.awareness.getStates().get(his.doc.clientID);
      expect(Object.keys(state ?? {})).toEqual(["user"]);
    });
  });

  it("S4 nobody agrees to them, and nobody backs them over the ledger", async () => {
    const { server, maya, jonas, space, room, hers, write } = await bothSides();
    write("Run ten kilometres");
    await eventually(async () => expect(await onServer(server, room)).toHaveLength(1));
    const [first] = readGoals(hers.doc);
    const body = { hash: hashOf(first ? goalWords(first) : "") };
    const subject = `own-goals/${maya.id}/${goal}`;
    for (const person of [maya, jonas]) {
      const at = `/api/spaces/${space}/declarations`;
      const answer = await person.post(at, { kind: "assent", subject, body });
      expect(answer.code).toBe("no-such-entry");
    }
  });

  it("S10 what was taken out of them is not for the one who reads along", async () => {
    const { maya, jonas, space } = await bothSides();
    const at = `/api/spaces/${space}/rooms/own-goals/${maya.id}/revisions`;
    expect((await maya.get(at)).status).toBe(200);
    for (const path of [at, `${at}/1`]) expect((await jonas.get(path)).code).toBe("no-such-page");
  });

  it("S19 are there for somebody who is alone in their space, and nobody else's are", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const jonas = await signUp(server, "Jonas");
    const space = await createSpace(maya);
    const hers = peer(server, maya, `${space}/own-goals/${maya.id}`);
    await synced(hers);
    addGoal(hers.doc, { id: goal, owner: "ours", title: "Sing" });
    await eventually(async () =>
      expect(await onServer(server, `${space}/own-goals/${maya.id}`)).toHaveLength(1),
    );
    const stranger = raw(server, maya, `/sync/${space}/own-goals/${jonas.id}`);
    expect(await stranger.closed).toEqual({ code: 4403, reason: "no-access" });
  });

  it("S6 S11 are read by an observer only once both have opened them", async () => {
    const { server, maya, jonas, space, room, write } = await bothSides();
    write("Run ten kilometres");
    const ines = await signUp(server, "Ines");
    const until = server.services.clock.now() + 60 * 60 * 1000;
    const rooms = [`own-goals/${maya.id}`];
    const grant = await offerGrant(maya, space, { rooms, until });
    await ines.post(`/api/grants/${grant.code}/accept`);
    const early = raw(server, ines, `/sync/${room}`);
    expect(await early.closed).toEqual({ code: 4403, reason: "no-access" });
    await jonas.post(`/api/spaces/${space}/grants/${grant.id}/consent`);
    const reads = peer(server, ines, room);
    await eventually(() => expect(titles(reads)).toEqual(["Run ten kilometres"]));
    for (const path of ["goals", `own-goals/${jonas.id}`]) {
      const { closed } = raw(server, ines, `/sync/${space}/${path}`);
      expect(await closed).toEqual({ code: 4403, reason: "no-access" });
    }
  });
});

/** A length as lib0 writes it: seven bits a byte. */
function lengthOf({ length }: Uint8Array): number[] {
  const bytes = [];
  for (let rest = length; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}
