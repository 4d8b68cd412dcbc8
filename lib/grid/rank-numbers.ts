/** More rows than this are numbered in no table of a pool. */
const LONGEST = 3

/** The rank that a text is, `12` or `12.`, or null. */
export function readRank(text: string): number | null {
  return text.length <= LONGEST + 1 && /^\d{1,3}[.)]?$/.test(text) ? Number.parseInt(text, 10) : null
}

/** Rows that may stand without a number under the others: "Other", the total. */
const MOST_OTHERS = 2

/**
 * Do numbers before the labels count the rows, from one on? A few rows without a number may come last.
 *
 * > 1   California     40        2001   Full    40       1   Full      40
 *   2   Texas          35        2002   Full    35       1   Stated    35
 *       Other          25        years                   groups
 */
export function countsRows(ranks: readonly (number | null)[]): boolean {
  const end = ranks.indexOf(null)
  const counted = end < 0 ? ranks : ranks.slice(0, end)
  const others = ranks.slice(counted.length)
  if (counted.length < 2 || others.length > MOST_OTHERS || others.some(rank => rank !== null)) return false
  return counted.every((rank, order) => rank === order + 1)
}

const OVER_RANKS = /^(?:rank(?:ing)?|no\.?|#|number)$/i
const BEFORE_STUB = /^(?:rank(?:ing)?|no\.|#) +(?=\S)/i

/** Is it what stands over ranks, where anything does? */
export function isOverRanks(text: string): boolean {
  return OVER_RANKS.test(text)
}

/** The header over the labels without the word over their ranks. */
export function withoutRankWord(header: string): string {
  return header.replace(BEFORE_STUB, '')
}
