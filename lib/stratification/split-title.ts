import type { Cell, Grid } from '../grid/grid.ts'
import { oncePer } from '../once-per.ts'
import { standing } from '../reading/decision.ts'
import { decideNamed } from '../reading/dimension.ts'
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
 *
 * Lines whose words name another dimension than the rows show are of the page, not of the table.
 */
export const splitTitle = oncePer(({ title, stub, rows }: Grid): SplitTitle => {
  const labels = rows.map(({ label }) => label?.text ?? '')
  const named = title.map(({ text }) => namedIn(text, labels))
  const isOfPage = title.some(heads) || named.includes('another')
  if (stub !== null && isOfPage && !named.includes('its own') && namedIn(stub.text, labels) === 'its own')
    return { headings: title, title: [] }
  const first = title.findIndex(line => !heads(line))
  return first <= 0 ? { headings: [], title } : { headings: title.slice(0, first), title: title.slice(first) }
})

function heads({ text }: Cell): boolean {
  return isGroupHeading(text) || DEAL.test(text)
}

/** Does a line name a dimension that the rows can be of, or one that they rule out? */
function namedIn(title: string, labels: readonly string[]): 'its own' | 'another' | null {
  const { candidates } = decideNamed({ title, stub: null, labels })
  if (candidates.length === 0) return null
  return standing(candidates).length > 0 ? 'its own' : 'another'
}
