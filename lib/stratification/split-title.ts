import { matchDimension } from '../dimensions/index.ts'
import type { Cell, Grid } from '../grid/grid.ts'
import { isGroupHeading } from './say-group.ts'

/** The lines above a table that are its title, and those that head it and tables after it. */
export type SplitTitle = { headings: Cell[]; title: Cell[] }

/** `HARBOR HOME LOAN TRUST 2002-W1`, `Series 2004-HE2` */
const DEAL = /\b(?:trust|series)\b.{0,60}\b(?:19|20)\d\d-\w/i

/**
 * Part a table's title from headings printed right on top of it, with no blank line between.
 *
 * > HARBOR HOME LOAN TRUST 2002-W1      heading
 *   GROUP I COLLATERAL                  heading, for tables below too
 *   Mortgage Rates                      title, or none, where the stub alone names what is split
 */
export function splitTitle({ title, stub }: Grid): SplitTitle {
  if (stub !== null && title.some(heads) && !title.some(names) && names(stub))
    return { headings: title, title: [] }
  const first = title.findIndex(line => !heads(line))
  return first <= 0 ? { headings: [], title } : { headings: title.slice(0, first), title: title.slice(first) }
}

function heads({ text }: Cell): boolean {
  return isGroupHeading(text) || DEAL.test(text)
}

function names({ text }: Cell): boolean {
  return matchDimension(text) !== null
}
