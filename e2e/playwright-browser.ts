import { chromium } from "@playwright/test";

// Prints where Playwright keeps the Chromium that it installs, whether or not it is there.
console.log(chromium.executablePath());
