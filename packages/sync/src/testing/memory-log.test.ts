import { makeMemoryLog } from "./memory-log.ts";
import { describeRoomLog } from "./room-log-contract.ts";

describeRoomLog("memory", () => Promise.resolve(makeMemoryLog()));
