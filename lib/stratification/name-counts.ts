import { findMeasure } from '../measures/index.ts'
import { propose, type ReadColumn } from './column-reading.ts'
import { addsUp, sumColumn } from './footing.ts'
import type { Figures } from './read-figures.ts'
import type { SplitRows } from './read-table.ts'

/** `Number of HELs`: whatever the filing calls its loans, but nothing that a loan has several of, and nobody; and `Contracts`. */
const COUNTED =
  /^#$|^(?:number|no\.?|#) of (?:the )?(?:\w+ ){0,3}[a-z]+s$|^(?:contracts|accounts|leases)(?: \(in (?:thousands|millions)\))?$/i
const NO_LOANS =
  /\b(?:propert(?:y|ies)|units|rooms|beds|pads|tenants|employees|persons|borrowers|obligors|months|years|days|payments|states|cards|stores)$/i
/** Dollars a loan, for a column that is only said to count something. */
const MEAN_LOAN = { least: 100, most: 10_000_000 } as const

/**
 * A column that counts under a noun of the filing's own is the number of loans where no other column is: whole numbers that
 * add up to their total, by which balances come to the size of a loan.
 *
 * > Number of HELs    Cut-off Date Balance
 *               85         $5,000,000.00      $58,824 each
 */
export function nameCounts(columns: ReadColumn[], figures: Figures, rows: SplitRows) {
  if (columns.some(({ measure }) => measure?.id === 'loanCount')) return
  const order = columns.findIndex(({ measure, header }) => measure === null && isCountHeader(header))
  const balance = columns.findIndex(({ measure }) => measure?.id === 'balanceCents')
  const count = order < 0 ? null : sumColumn(figures, rows, order)
  const dollars = balance < 0 ? null : sumColumn(figures, rows, balance)
  if (count === null || dollars === null || count.decimals > 0 || !addsUp(count)) return
  const mean = dollars.sum / 10 ** dollars.decimals / count.sum
  const column = columns[order]
  if (column && mean >= MEAN_LOAN.least && mean <= MEAN_LOAN.most)
    propose(
      column,
      findMeasure('loanCount'),
      'Its header says that it counts something, by which balances come to the size of a loan',
    )
}

function isCountHeader(header: string): boolean {
  return COUNTED.test(header) && !NO_LOANS.test(header)
}
