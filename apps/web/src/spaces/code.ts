/**
 * Where what somebody typed or pasted leads: a partner's code as it was read out (the server
 * forgives case, spaces and hyphens), or a whole link of either kind. Null where it is neither.
 */
export function pathOfCode(typed: string): string | null {
  const words = typed.trim();
  const linked = /\/(join|observe)\/([\w-]+)/.exec(words);
  if (linked) return `/${linked[1]}/${linked[2]}`;
  const code = words.replaceAll(/\s+/g, "-");
  return /^[\w-]+$/.test(code) ? `/join/${code}` : null;
}
