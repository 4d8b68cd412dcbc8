import { findDimension, matchDimension } from '../dimensions/index.ts'
import type { Column, Stratification } from '../report.ts'
import { showsNetRates } from '../statistics/index.ts'
import { findColumn } from './printed-precision.ts'

/** What a table says its rows are ranges of: its title, the header over its labels, and whether rates are net. */
function wordsOf(table: Stratification): string {
  return [table.title, table.stub?.header ?? '', showsNetRates(table) ? 'net' : ''].join(' ')
}

/**
 * The column that averages what the table splits the pool by, or null: the average score in a table of scores.
 *
 * > Original Loan-to-Value Ratio   Number   Balance   W.A. LTV   W.A. CLTV
 *                                                     ^ this one
 *
 * A column whose header names another dimension ("Lifetime Cap" among maximum rates) is not taken.
 */
export function findOwnAverage(table: Stratification): Column | null {
  const dimension = findDimension(table.dimension)
  const words = wordsOf(table)
  const own = dimension?.averages?.find(average => average.words?.test(words) ?? true)
  const column = own ? findColumn(table, own.measure) : null
  const named = column && matchDimension(column.header)
  return named && named.id !== table.dimension ? null : column
}
