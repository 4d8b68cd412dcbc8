import type { Block, HtmlTable } from './parse-html.ts'

/**
 * Put tables of one row each together, where they follow each other with the same columns and nothing between, as
 * converters print a table row by row.
 *
 * > <table><tr><td>Full</td><td>12</td></tr></table><table><tr><td>Reduced</td><td>7</td></tr></table>
 */
export function joinRowTables(tables: readonly HtmlTable[], blocks: readonly Block[]): HtmlTable[] {
  const joined: HtmlTable[] = []
  let next = 0
  let wasRow = false
  for (const table of tables) {
    const last = joined[joined.length - 1]
    while ((blocks[next]?.start ?? Number.POSITIVE_INFINITY) < (last?.end ?? 0)) next++
    const isRow = isOneRow(table)
    const isNext = (blocks[next]?.start ?? Number.POSITIVE_INFINITY) > table.start
    if (last !== undefined && wasRow && isRow && isNext && last.width === table.width) {
      for (const row of table.rows) last.rows.push(row)
      last.end = table.end
    } else joined.push(isRow ? { ...table, rows: [...table.rows] } : table)
    wasRow = isRow
  }
  return joined
}

function isOneRow({ rows }: HtmlTable): boolean {
  let printed = 0
  for (const cells of rows) {
    if (cells.length === 0) continue
    printed++
    if (printed > 1 || cells.length < 2) return false
  }
  return printed === 1
}
