/** The parts of the page, in its order. */
export const parts = ["now", "load", "news"] as const;

/** The id of a part's heading. */
export const headingOf = (part: (typeof parts)[number]): string => `asks-${part}`;
