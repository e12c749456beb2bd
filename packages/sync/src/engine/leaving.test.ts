import { expect, test } from "vitest";

import { closeCodes } from "../protocol/close.ts";
import { Writer, setStage, textInLog } from "../testing/stage.ts";

test("A10 what somebody wrote last is disowned too, and is nobody else's to go on with", async () => {
  const stage = setStage();
  const [ada, ben] = [stage.join("ada"), stage.join("ben")];
  const hers = new Writer(7);
  ada.update(hers.write("hers"));
  await stage.rest();
  stage.gate.hold();
  ada.update(hers.write(", to the last"));
  ada.connection.disconnected();
  const done = stage.rooms.disown("room", "ada", "nobody");
  await stage.rest();
  stage.gate.release();
  await done;
  const { tail, authors } = await stage.log.load("room");
  expect(tail.map(({ author }) => author)).toEqual(["nobody", "nobody"]);
  expect(authors).toEqual(new Map([[7, "nobody"]]));
  expect(await textInLog(stage.log)).toBe("hers, to the last");
  ben.update(hers.write("!"));
  expect(ben.socket.closed).toMatchObject({ code: closeCodes.foreignAuthor.code });
});

test("D10 an erased room ends for everybody in it, and is empty for whoever comes", async () => {
  const stage = setStage();
  const ada = stage.join("ada");
  ada.update(new Writer(7).write("mine"));
  await stage.rest();
  await stage.rooms.erase("room");
  expect(ada.socket.closed).toMatchObject({ code: closeCodes.noAccess.code });
  expect(await textInLog(stage.log)).toBe("");
  const ben = stage.join("ben");
  ben.update(new Writer(7).write("ours"));
  await stage.rest();
  expect(await textInLog(stage.log)).toBe("ours");
});
