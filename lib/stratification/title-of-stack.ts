import type { Grid } from '../grid/grid.ts'
import type { Place } from '../report.ts'
import { withoutGroupAtEnd } from './loan-group.ts'
import { isGroupHeading } from './say-group.ts'
import { splitTitle } from './split-title.ts'

/**
 * Gives tables of loan groups that stand one below the other, under one title and one header, that title: each has only
 * the name of its group over it, which goes to its headings.
 *
 * > ORIGINAL LOAN-TO-VALUE RATIOS
 *                       Loans      Balance
 *   Group I
 *   60.01 - 70.00         100   10,000,000
 *   Total                 100   10,000,000
 *
 *   Group II                                   → splits by the same as the table above
 *   60.01 - 70.00          10    1,000,000
 */
export function stackTitler(): (grid: Grid) => Grid {
  let above: Grid | null = null
  return grid => {
    const isNext = above !== null && namesGroupAlone(grid) && isUnderSameHeader(above, grid)
    above = above !== null && isNext ? withTitleOf(above, grid) : grid
    return above
  }
}

function namesGroupAlone({ title }: Grid): boolean {
  return title.length > 0 && title.every(({ text }) => isGroupHeading(text))
}

/** Are the words over the labels and the columns those of the table above, in their very place, or none over the labels? */
function isUnderSameHeader(above: Grid, { stub, columns }: Grid): boolean {
  return (
    (stub === null || (above.stub !== null && isSamePlace(stub.at, above.stub.at))) &&
    columns.length === above.columns.length &&
    columns.every(({ at }, order) => isSamePlace(at, above.columns[order]?.at))
  )
}

function isSamePlace(one: Place, other: Place | undefined): boolean {
  return one.line === other?.line && one.start === other.start
}

function withTitleOf(above: Grid, grid: Grid): Grid {
  const title = splitTitle(above).title.filter(({ text }) => !isGroupHeading(text))
  const header = above.stub === null ? '' : withoutGroupAtEnd(above.stub.text)
  return {
    ...grid,
    title,
    stub: above.stub === null || header === '' ? null : { ...above.stub, text: header },
    headings: [...grid.headings, ...grid.title],
  }
}
