import { type Dimension, matchDimensions } from '../dimensions/index.ts'
import type { CellPair, Grid, GridRow } from '../grid/grid.ts'
import { isTotalLabel } from '../grid/total-label.ts'

/**
 * The grid with words of a column of their own as headings, where the header over the labels names two splits beside each
 * other, and no label comes again or is left out to show it: groups may be of one row each.
 *
 * > Loan Type      Property Type      Loans          Lien           Note Rate (%)     Loans      title: Mortgage Rates
 *   Fixed Rate     Single Family         40          First Lien             5.250        40
 *   Balloon        Two Family            20          Second Lien            5.750        20
 *                                        60          Total                               60
 *
 * Labels that are figures look like a column of averages: they are labels where the title names their split, and no sum has
 * a figure there.
 */
export function withHeadingsBeside(grid: Grid): Grid {
  return partWords(grid) ?? partFigures(grid) ?? grid
}

function partWords(grid: Grid): Grid | null {
  const { stubPair, rows } = grid
  if (stubPair === undefined || !nameTwoSplits(stubPair, namedInTitle(grid))) return null
  const [, stub] = stubPair
  const body = rows.filter(({ label }) => label !== null && !isTotalLabel(label.text))
  if (body.length === 0) return null
  // Headings that come again are parted by the layout; then the stub alone still holds the words of both.
  if (body.every(({ group }) => group !== null)) return { ...grid, stub }
  const isParted = body.every(row => row.group === null && row.open === undefined && pairOf(row) !== null)
  return isParted ? { ...grid, stub, rows: rows.map(partLabel) } : null
}

function partLabel(row: GridRow): GridRow {
  const pair = row.label === null || isTotalLabel(row.label.text) ? null : pairOf(row)
  return pair === null ? row : { ...row, label: pair[1], group: pair[0].text }
}

/** The words of a label in two columns; null where it has gained or lost words since. */
function pairOf({ label, labelPair }: GridRow): CellPair | null {
  if (label === null || labelPair === undefined) return null
  const [first, second] = labelPair
  return `${first.text} ${second.text}` === label.text ? labelPair : null
}

/** Do the words name two splits, or those on the left another than the title does? */
function nameTwoSplits([first, second]: CellPair, title: readonly Dimension[]): boolean {
  const own = matchDimensions(first.text)
  const said = matchDimensions(second.text)
  const beside = said.length > 0 ? said : title
  if (beside.length === 0 || own.some(one => beside.includes(one))) return false
  return own.length > 0 || GROUPS.test(first.text)
}

/** > Loan Group     Pool */
const GROUPS = /^(?:(?:loan|mortgage|collateral) )?(?:sub-?)?(?:groups?|pools?)$/i

function namedInTitle({ title }: Grid): Dimension[] {
  return title.flatMap(({ text }) => matchDimensions(text))
}

function partFigures(grid: Grid): Grid | null {
  const { stub, rows } = grid
  const [labels, ...columns] = grid.columns
  if (stub === null || labels === undefined || columns.length < 2) return null
  const named = namedInTitle(grid)
  const isOfTitle = (text: string) => matchDimensions(text).some(one => named.includes(one))
  if (named.length === 0 || !isOfTitle(labels.header) || isOfTitle(stub.text)) return null
  if (matchDimensions(stub.text).length === 0 && !GROUPS.test(stub.text)) return null
  const [first, last] = [rows[0], rows.at(-1)]
  // A last row of figures without a label is the total, and its averages are printed.
  if (last?.label === null && last.cells[0]) return null
  const isSum = ({ label }: GridRow) => label === null || isTotalLabel(label.text)
  const body = rows.filter(row => !isSum(row) || row.cells[0])
  const isApart = body.every(
    ({ cells, group, open, label }) =>
      cells[0] && group === null && open === undefined && !(label && isTotalLabel(label.text)),
  )
  if (first?.label == null || body.length === 0 || !isApart) return null
  let group: string | null = null
  return {
    ...grid,
    stub: { text: labels.header, at: labels.at },
    columns,
    rows: rows.map(row => {
      const [own, ...cells] = row.cells
      if (!own) return { ...row, cells }
      group = row.label?.text ?? group
      return { ...row, label: own, group, cells }
    }),
  }
}
