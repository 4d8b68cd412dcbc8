import { countsRows, readRank } from '../rank-numbers.ts'
import type { RowLine } from './row-atoms.ts'

/** A number that stands apart from the words behind it, or ends in a point or bracket; there the label may be a figure, too. */
const RANKED = /^(\d{1,3}[.)])(?: +(?=[A-Za-z\d$<>])|$)|^(\d{1,3}) {2,}(?=[A-Za-z])/
/** No rank with its blanks takes more; keeps the pattern short on any input. */
const LONGEST = 24

/**
 * Let labels begin behind the numbers that count the rows, where such numbers do; true where some did.
 *
 * > 1   California     40         2   Texas     35
 *       ^ label                       ^ label
 *
 * Labels that are numbers themselves show no ranks; there the word over them must.
 *
 * > Rank  Zip Code    Loans
 *   1     90210           8
 */
export function passOverRanks(lines: readonly string[], rows: readonly RowLine[]): boolean {
  const first = rows[0]
  if (first === undefined || !isDigitAt(lines, first)) return false
  if (first.to === first.from && isUnderRank(lines, first)) return passOverRanksOfNumbers(lines, rows)
  const heads = rows.map(({ index, from, to }) =>
    RANKED.exec((lines[index] ?? '').slice(from, Math.min(to, from + LONGEST))),
  )
  const labelled = heads.filter((_, order) => (rows[order]?.to ?? 0) > (rows[order]?.from ?? 0))
  const ranks = labelled.map(head => (head === null ? null : readRank(head[1] ?? head[2] ?? '')))
  if (!countsRows(ranks)) return false
  for (const [order, head] of heads.entries()) {
    const row = rows[order]
    if (row === undefined || head === null) continue
    row.from += head[0].length
    // The label is the first figure.
    if (row.from === row.to) row.from = row.to = row.atoms[0]?.from ?? row.to
  }
  return true
}

function passOverRanksOfNumbers(lines: readonly string[], rows: readonly RowLine[]): boolean {
  const bare = rows.filter(({ from, to }) => to === from)
  const ranks = rows.map(({ index, from, to, atoms: [rank, label] }) =>
    to > from || rank === undefined || label === undefined
      ? null
      : readRank((lines[index] ?? '').slice(rank.from, rank.end)),
  )
  if (!countsRows(ranks)) return false
  for (const row of bare) {
    row.atoms.shift()
    row.from = row.to = row.atoms[0]?.from ?? row.from
  }
  return true
}

/** So many lines at most stand between the header over the labels and the first row: a rule and a blank line. */
const MOST_TO_HEADER = 3
const RANK = /^rank(?:ing)? +\S/i

/** Does the word stand over the numbers, with other words behind it? */
function isUnderRank(lines: readonly string[], { index, from }: RowLine): boolean {
  for (let above = index - 1; above >= index - MOST_TO_HEADER; above--)
    if (RANK.test((lines[above] ?? '').slice(from, from + LONGEST))) return true
  return false
}

/** Saves time: nearly all tables begin with a letter or a sign. */
function isDigitAt(lines: readonly string[], { index, from }: RowLine): boolean {
  const code = lines[index]?.charCodeAt(from) ?? 0
  return code >= 48 && code <= 57
}
