import type { GridColumn } from './grid.ts'

/** Words that a header has for the shares among the figures under it. */
const AT_END = /\s*(?:[([/,]|\band\b|&)\s*(?:%|percent(?:age)?s?\b)[^)\]]*[)\]]?$/i
const BEFORE_WHOLE = /^(numbers?|no\.?|count|#)\s*(?:\band\b|&|\/)\s*(?:%|percent(?:age)?)(?= of\b)/i

/**
 * The columns with the header of two that share one, because the figures of the second are printed in brackets behind those of
 * the first, given to each.
 *
 * > Number of Loans          Number of Loans     Number of Loans (%)
 *       139 (44.8%)      →               139                    44.8
 */
export function headShares(
  columns: readonly GridColumn[],
  extents: readonly { isShare?: boolean }[],
): GridColumn[] {
  const isShared = (order: number) =>
    extents[order]?.isShare === true && columns[order]?.header === columns[order - 1]?.header
  return columns.map((column, order) => {
    const { header } = column
    if (header === '' || (!isShared(order) && !isShared(order + 1))) return column
    const own = BEFORE_WHOLE.test(header) ? header.replace(BEFORE_WHOLE, '$1') : header.replace(AT_END, '')
    return { ...column, header: isShared(order) ? `${own} (%)` : own }
  })
}
