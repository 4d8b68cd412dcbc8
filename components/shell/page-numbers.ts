/**
 * The pages that a row of links names, with null where some are left out: the first, the last, the shown one and its
 * neighbours. One page that would be left out alone is named.
 *
 * > 1 … 41 42 43 … 150
 */
export function namePages(page: number, count: number): (number | null)[] {
  const named = [1, page - 1, page, page + 1, count].filter(one => one >= 1 && one <= count)
  const sorted = [...new Set(named)].sort((one, other) => one - other)
  return sorted.flatMap((one, index) => {
    const left = one - (sorted[index - 1] ?? 0) - 1
    return left === 0 ? [one] : left === 1 ? [one - 1, one] : [null, one]
  })
}
