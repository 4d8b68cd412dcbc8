import type { Grid, GridRow } from '../grid/grid.ts'
import { addsUp, sumColumn } from './footing.ts'
import { type Figures, readFigures } from './read-figures.ts'
import { isGroupHeading, sayGroup } from './say-group.ts'

/** The rows of one loan group, by their order, and the row that they come to. */
type Block = { group: string; body: number[]; total: number }

/**
 * The tables of each loan group, where a table prints one below the other, each under its name and over its own sum; else
 * the table alone. With a total of all below the last sum it is one table, whose rows are told apart by their headings.
 *
 * > Group 1
 *   Single Family     134    24,423,174.26    45.44%
 *   Condominium       137    29,322,771.09    54.56
 *                     271    53,745,945.35   100.00%
 *   Group 2
 *   Single Family      99    22,193,687.60    52.57%
 *   Condominium       113    20,015,418.89    47.43
 *                     212    42,209,106.49   100.00%
 */
export function splitStackedGroups(grid: Grid): Grid[] {
  const blocks = findBlocks(grid.rows)
  if (blocks === null) return [grid]
  const figures = readFigures(grid)
  const added = blocks.map(block => addedColumns(figures, block, grid.columns.length))
  if (added[0] === '' || added.some(columns => columns !== added[0])) return [grid]
  return blocks.map(({ group, body, total }) => ({
    ...grid,
    ofLoans: group,
    rows: [...body, total].flatMap(order => withoutHeading(grid.rows[order])),
  }))
}

function withoutHeading(row: GridRow | undefined): GridRow[] {
  return row === undefined ? [] : [{ ...row, group: null }]
}

/** Two or more, of groups of their own names, with no row beside them. */
function findBlocks(rows: readonly GridRow[]): Block[] | null {
  const blocks: Block[] = []
  let open: Omit<Block, 'total'> | null = null
  for (const [order, row] of rows.entries()) {
    const group = row.group === null ? null : nameOf(row.group)
    if (group !== null && (open === null || open.group === group)) {
      open ??= { group, body: [] }
      open.body.push(order)
    } else if (open !== null && row.group === null) {
      blocks.push({ ...open, total: order })
      open = null
    } else return null
  }
  const names = new Set(blocks.map(block => block.group.toLowerCase()))
  return open === null && blocks.length > 1 && names.size === blocks.length ? blocks : null
}

function nameOf(heading: string): string | null {
  return isGroupHeading(heading) ? (sayGroup(heading)?.group ?? null) : null
}

/** The columns in which its rows come to its sum, those of all blocks where each has a sum of its own. */
function addedColumns(figures: Figures, { body, total }: Block, columns: number): string {
  const sums = Array.from({ length: columns }, (_, order) => sumColumn(figures, { body, total }, order))
  return sums.flatMap((sum, order) => (sum !== null && addsUp(sum) ? order : [])).join(' ')
}
