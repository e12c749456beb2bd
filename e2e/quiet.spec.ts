import { expect, test } from "./support/test.ts";

test("S22 the pages may ask nobody but their own server, and a browser holds them to it", async ({
  server,
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.origin });
  const page = await context.newPage();
  const answer = await page.goto("/");
  const policy = answer?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("default-src");
  const refused = await page.evaluate(async () => {
    const broken: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      broken.push(event.effectiveDirective);
    });
    await fetch("https://example.org/").catch(() => null);
    const image = document.createElement("img");
    const failed = new Promise((resolve) => image.addEventListener("error", resolve));
    image.src = "https://example.org/pixel.png";
    document.body.append(image);
    await failed;
    return broken;
  });
  expect(refused.toSorted((a, b) => a.localeCompare(b))).toEqual(["connect-src", "img-src"]);
  await context.close();
});

test("the app opens without a connection, once it has been there", async ({ home, open }) => {
  const { context, page } = await open(home.ada, { kept: true });
  await page.goto(`/space/${home.space}/needs`);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === "activated") return;
    await new Promise((resolve) => active?.addEventListener("statechange", resolve));
  });
  await expect(page.getByRole("heading", { level: 1, name: "Needs" })).toBeVisible();
  await page.getByRole("button", { name: "Add a need" }).click();
  await page.getByRole("textbox", { name: "Need 1, in words" }).fill("Air");
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Need 1, in words" })).toHaveValue("Air");
  await expect(page.getByText("Offline: kept on this device")).toBeVisible();
});
