/** The ids of a list; null while one of them is not known. */
export function allIds(
  list: readonly ({ id?: string | undefined } | undefined)[] | undefined,
): ReadonlySet<string> | null {
  const ids = list?.map((each) => each?.id);
  return ids?.every((id) => id !== undefined) ? new Set(ids) : null;
}
