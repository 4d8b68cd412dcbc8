/**
 * The list with other items added to its end, in place. `list.push(...items)` puts each on the stack, which a table of
 * a hundred thousand rows overflows.
 */
export function addAll<T>(list: T[], items: Iterable<T>): T[] {
  for (const item of items) list.push(item)
  return list
}
