/** Whether the trials run at their full length (`pnpm trials`), rather than as a quick check. */
export const isFull = process.env["TRIALS"] === "full";

/** The seed of a trial's choices; a failing one can be given again. */
export const seed = Number(process.env["SEED"] ?? 1);

/** Says what a trial came to, where somebody asked for it at full length. */
export const report = (...figures: readonly unknown[]): void => {
  if (isFull) console.log(...figures);
};
