import type { Page } from "@playwright/test";

/** Goes from control to control by keyboard until one is called that. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focus = page.locator(":focus");
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    if (name.test((await focus.getAttribute("aria-label")) ?? (await focus.innerText()))) return;
  }
  throw new Error(`Tab never reaches ${name}.`);
}
