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
