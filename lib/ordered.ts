/** Index of the last entry that is not above `value` in a list that rises; 0 when all are above. */
export function lastNotAbove(sorted: readonly number[], value: number): number {
  let low = 0
  let high = Math.max(0, sorted.length - 1)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Index of the first entry that a condition holds for, in a list where it holds for all entries behind that too; the
 * list's length where it holds for none.
 */
export function firstThat<T>(sorted: readonly T[], holds: (entry: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = sorted[middle]
    if (entry !== undefined && holds(entry)) high = middle
    else low = middle + 1
  }
  return low
}
