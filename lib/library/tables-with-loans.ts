import type { Stratification } from '../report.ts'
import { columnsOf } from '../tape/loan-columns.ts'
import { tableOfLoans } from '../tape/table-of-loans.ts'
import type { Library } from './library.ts'
import { wholeTable } from './whole-table.ts'

/**
 * Tables of a filing, those that are computed from its loans with these, so that whatever is asked of them is answered from the same
 * loans and the same balance as their rows.
 */
export async function tablesWithLoans(
  library: Pick<Library, 'findLoans'>,
  sha256: string,
  tables: readonly Stratification[],
): Promise<Stratification[]> {
  const loans = tables.some(({ computed }) => computed) ? await library.findLoans(sha256) : null
  return loans === null ? [...tables] : tables.map(table => tableOfLoans(table, columnsOf(loans)))
}

/** A table of which a part shows only the first rows, with all of them, and its loans where it is computed from such. */
export async function wholeTableWithLoans(
  library: Library,
  sha256: string,
  table: Stratification,
  longTables: readonly { id: string; pages: number }[],
): Promise<Stratification> {
  const whole = await wholeTable(library, sha256, table, longTables)
  const [withLoans = whole] = await tablesWithLoans(library, sha256, [whole])
  return withLoans
}
