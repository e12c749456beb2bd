/** Message types on the wire: y-websocket's, then those that the server alone sends (SPEC P1). */
export const messageType = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  ack: 100,
  size: 101,
  epoch: 102,
} as const;

/** How full a document is, by its number on the wire (SPEC L6). A number keeps its meaning. */
export const sizeClasses = ["roomy", "filling", "nearly-full"] as const;

export type SizeClass = (typeof sizeClasses)[number];

export const syncType = { step1: 0, step2: 1, update: 2 } as const;

/** Whether a frame that a client sends brings document changes: those are acknowledged. */
export const isUpdateFrame = (frame: Uint8Array): boolean =>
  frame[0] === messageType.sync && (frame[1] === syncType.step2 || frame[1] === syncType.update);
