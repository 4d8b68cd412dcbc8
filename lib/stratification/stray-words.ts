import type { Grid } from '../grid/grid.ts'
import { matchMeasure } from '../measures/index.ts'
import { takeMarks } from './take-marks.ts'

const NO_MARKS: ReadonlySet<string> = new Set()
/** Words that tell one ratio from another, and say nothing of anything else. */
const OF_RATIO = /\b(?:combined|comb|junior)\b\.?/i

/**
 * Why the words over a column may not be all of its own, or more than them; null where nothing shows it.
 *
 * >    W.A. Original Junior        over three columns: Rem. Term may be an original term, or only beside an original LTV
 *      Rem.    LTV    Ratio
 *      Term
 *
 *   Mortgage Combined              over the rate, of which "combined" says nothing: the LTV beside it may be combined
 *       Rate      LTV
 */
export function findStrayWords({ columns }: Grid, order: number): string | null {
  const column = columns[order]
  if (column === undefined) return null
  const measure = measureOf(column.header)
  if (column.apart !== undefined && measureOf(column.apart) !== measure)
    return 'Words of its header stand over other columns too, and change its meaning.'
  if (measure === null || OF_RATIO.test(column.header)) return null
  for (const beside of [columns[order - 1], columns[order + 1]]) {
    const [word] = (beside && OF_RATIO.exec(beside.header)) ?? []
    if (beside === undefined || word === undefined || isOfUse(beside.header, word)) continue
    const other = measureOf(`${word} ${column.header}`)
    if (other !== null && other !== measure)
      return `“${word}” in the header beside it says nothing there, and may belong to this one.`
  }
  return null
}

/** Does a word of a header change what it measures? */
function isOfUse(header: string, word: string): boolean {
  return measureOf(header) !== measureOf(header.replace(word, ' '))
}

const measureOf = (header: string) => matchMeasure(takeMarks(header, NO_MARKS).text)
