/**
 * Does a heading stand beside rows right below each other, each of them of its own label, and no heading apart from its rows?
 *
 * > Group 1   Purchase     40    600
 *   Group 1   Refinance    27    400
 *   Group 2   Purchase      3     60
 */
export function comesAgain(rows: readonly { heading: string; label: string }[]): boolean {
  const known = new Map<string, Set<string>>()
  let last = ''
  for (const { heading, label } of rows) {
    const labels = known.get(heading) ?? new Set()
    if ((heading !== last && known.has(heading)) || labels.has(label)) return false
    known.set(heading, labels.add(label))
    last = heading
  }
  return known.size < rows.length
}
