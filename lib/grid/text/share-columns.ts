import { headShares } from '../share-columns.ts'
import type { ColumnExtent, ColumnSets } from './find-columns.ts'
import type { Header } from './read-header.ts'

type Sets = ColumnSets['sets']

/** Is any figure of the table printed in brackets behind another? Saves time: in most tables none is. */
export function hasShares([columns]: Sets): boolean {
  return columns.some(({ isShare }) => isShare)
}

/** Columns as words stand over them: one for figures and the shares in brackets behind them. */
export function joinShares([first, ...others]: Sets): Sets {
  return [joinEach(first), ...others.map(joinEach)]
}

function joinEach(columns: readonly ColumnExtent[]): ColumnExtent[] {
  const joined: ColumnExtent[] = []
  for (const column of columns) {
    const before = joined[joined.length - 1]
    if (column.isShare && before !== undefined) before.end = column.end
    else joined.push({ ...column })
  }
  return joined
}

/** The header of joined columns, with a column for each of the shares. */
export function partShares(header: Header, [columns]: Sets): Header {
  const part = (headed: Header['columns']) => {
    let order = -1
    const own = columns.flatMap(({ isShare }) => {
      if (isShare !== true) order++
      const column = headed[order]
      if (column === undefined) return []
      return isShare ? { ...column, money: false, percent: true } : column
    })
    return headShares(own, columns)
  }
  const { across } = header
  return {
    ...header,
    columns: part(header.columns),
    ...(across && { across: { ...across, columns: part(across.columns) } }),
  }
}
