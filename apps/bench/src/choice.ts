/** Those whose name has one of the parts in it; a part that is in no name was misspelt. */
export function choose<T>(
  what: string,
  all: readonly T[],
  nameOf: (one: T) => string,
  parts: readonly string[],
): readonly T[] {
  const unknown = parts.find((part) => !all.some((one) => nameOf(one).includes(part)));
  if (unknown !== undefined)
    throw new Error(`there is no ${what} "${unknown}" here, but ${all.map(nameOf).join("; ")}`);
  return all.filter((one) => parts.some((part) => nameOf(one).includes(part)));
}
