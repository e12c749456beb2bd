/** The same address by the scheme that has a device offer it to its own calendar. */
export const webcalOf = (url: string): string => url.replace(/^https?:/, "webcal:");
