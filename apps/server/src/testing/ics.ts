/** One event of a calendar: its properties by name, parameters left in the name. */
export type IcsEvent = Readonly<Record<string, string>>;

const known = new Set([
  "UID",
  "SEQUENCE",
  "DTSTAMP",
  "DTSTART;VALUE=DATE",
  "X-MICROSOFT-CDO-ALLDAYEVENT",
  "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT",
  "RRULE",
  "SUMMARY",
  "TRANSP",
  "CLASS",
]);

/**
 * Reads a calendar more strictly than a calendar would (RFC 5545): lines end with CRLF and have at
 * most 75 octets, everything that begins ends, and there is no property that we don't mean to have.
 */
export function readIcs(text: string): readonly IcsEvent[] {
  if (!text.endsWith("\r\n") && !text.endsWith("END:VCALENDAR")) throw new Error("cut off");
  if (/[^\r]\n|\r[^\n]/.test(text)) throw new Error("not CRLF");
  const raw = text.split("\r\n").filter((line) => line !== "");
  for (const line of raw) if (Buffer.byteLength(line) > 75) throw new Error(`too long: ${line}`);
  const lines = raw
    .join("\n")
    .replaceAll(/\n[ \t]/g, "")
    .split("\n");
  if (lines[0] !== "BEGIN:VCALENDAR" || lines.at(-1) !== "END:VCALENDAR")
    throw new Error("no calendar");
  const events: Record<string, string>[] = [];
  let event: Record<string, string> | null = null;
  for (const line of lines.slice(1, -1)) {
    const [, name = "", value = ""] = /^([A-Z;=-]+):(.*)$/.exec(line) ?? [];
    if (name === "") throw new Error(`no property: ${line}`);
    if (line === "BEGIN:VEVENT" && event === null) event = {};
    else if (line === "END:VEVENT" && event !== null) {
      events.push(event);
      event = null;
    } else if (event !== null) {
      if (!known.has(name) || name in event) throw new Error(`unexpected: ${line}`);
      event[name] = value;
    }
  }
  if (event !== null) throw new Error("an event without an end");
  return events;
}
