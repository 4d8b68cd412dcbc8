/**
 * The largest of some numbers, -Infinity of none. `Math.max(...numbers)` puts each on the stack, which a table of a
 * hundred thousand rows overflows.
 */
export function largest(numbers: Iterable<number>): number {
  let most = Number.NEGATIVE_INFINITY
  for (const number of numbers) if (number > most) most = number
  return most
}

/** The smallest of some numbers, Infinity of none. */
export function smallest(numbers: Iterable<number>): number {
  let least = Number.POSITIVE_INFINITY
  for (const number of numbers) if (number < least) least = number
  return least
}
