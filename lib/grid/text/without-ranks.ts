import { countsRows, readRank } from '../rank-numbers.ts'
import type { RowLine } from './row-line.ts'

/** A number that stands apart from the words behind it, or ends in a point or bracket. */
const RANKED = /^(\d{1,3}[.)]) +(?=[A-Za-z])|^(\d{1,3}) {2,}(?=[A-Za-z])/
/** No rank with its blanks takes more; keeps the pattern short on any input. */
const LONGEST = 24

/**
 * Let labels begin behind the numbers that count the rows, where such numbers do; true where some did.
 *
 * > 1   California     40         2   Texas     35
 *       ^ label                       ^ label
 */
export function passOverRanks(lines: readonly string[], rows: readonly RowLine[]): boolean {
  const first = rows[0]
  if (first === undefined || !isDigitAt(lines, first)) return false
  const heads = rows.map(({ index, from, to }) =>
    RANKED.exec((lines[index] ?? '').slice(from, Math.min(to, from + LONGEST))),
  )
  const labelled = heads.filter((_, order) => (rows[order]?.to ?? 0) > (rows[order]?.from ?? 0))
  const ranks = labelled.map(head => (head === null ? null : readRank(head[1] ?? head[2] ?? '')))
  if (!countsRows(ranks)) return false
  for (const [order, head] of heads.entries()) {
    const row = rows[order]
    if (row !== undefined && head !== null) row.from += head[0].length
  }
  return true
}

/** Saves time: nearly all tables begin with a letter or a sign. */
function isDigitAt(lines: readonly string[], { index, from }: RowLine): boolean {
  const code = lines[index]?.charCodeAt(from) ?? 0
  return code >= 48 && code <= 57
}
