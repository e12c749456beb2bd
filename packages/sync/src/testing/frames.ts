import { messageType } from "../protocol/message-type.ts";

export const encodeMessageQuery = (): Uint8Array => new Uint8Array([messageType.queryAwareness]);
