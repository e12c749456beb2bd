/** Resolves once `holds` does; asks again whenever the event loop has been round. */
export async function until(holds: () => boolean, what = "the condition"): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
