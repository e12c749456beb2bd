import { ui } from "./ui.ts";

/** Everything the product says, in British English. Its shape is what every other locale fills. */
export const dictionary = { ui };
