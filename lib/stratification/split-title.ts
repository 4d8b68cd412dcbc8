import type { Cell, Grid } from '../grid/grid.ts'
import { isTotalLabel } from '../grid/total-label.ts'
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
 * Where only the group stands right over a table, the heading above may be its title: `Credit Scores` over `Group 1`. Lines
 * whose words name another dimension than the rows show are of the page, not of the table.
 */
export const splitTitle = oncePer((grid: Grid): SplitTitle => {
  const { title, stub, rows } = grid
  const labels = rows.map(({ label }) => label?.text ?? '')
  const named = title.map(({ text }) => namedIn(text, labels))
  const elsewhere = findElsewhere(grid, labels, named)
  if (elsewhere !== null) return { headings: title, title: elsewhere }
  const isOfPage = title.some(heads) || named.includes('another')
  if (stub !== null && isOfPage && !named.includes('its own') && namedIn(stub.text, labels) === 'its own')
    return { headings: title, title: [] }
  const first = title.findIndex(line => !heads(line))
  return first <= 0 ? { headings: [], title } : { headings: title.slice(0, first), title: title.slice(first) }
})

/**
 * The title where it does not stand right over the table: at the foot of the page before, over the heading of the group,
 * or over the rows as the only heading that they have; null where none of these names what the rows split by, or what
 * stands over the table does.
 *
 * >       Credit Scores                            OCCUPANCY TYPES
 *   Group 1          Group 2                             - 4 -
 *   FICO    Loans    FICO    Loans         <PAGE>
 *                                          SOME MORTGAGE TRUST
 */
function findElsewhere(
  { title, rows, headings, orphan }: Grid,
  labels: readonly string[],
  named: readonly Named[],
): Cell[] | null {
  const names = (lines: readonly Cell[]) =>
    namedIn(lines.map(({ text }) => text).join(' '), labels) === 'its own'
  const above = headings[headings.length - 1]
  if (above !== undefined && title.length > 0 && title.every(heads) && names([above])) return [above]
  if (named.includes('its own')) return null
  const group = onlyGroup(rows)
  if (group !== null && names([group])) return [group]
  return orphan !== undefined && names(orphan) ? orphan : null
}

/** The heading that all rows but the total stand under, which names the table then. */
function onlyGroup(rows: Grid['rows']): Cell | null {
  const [first] = rows
  const body = rows.filter(({ label }) => label !== null && !isTotalLabel(label.text))
  const text = first?.group ?? null
  return first !== undefined && text !== null && body.every(({ group }) => group === text)
    ? { text, at: first.at }
    : null
}

/** Does a line name the deal or a loan group? */
export function heads({ text }: Cell): boolean {
  return isGroupHeading(text) || DEAL.test(text)
}

type Named = 'its own' | 'another' | null

/** Does a line name a dimension that the rows can be of, or one that they rule out? */
export function namedIn(title: string, labels: readonly string[]): Named {
  const { candidates } = decideNamed({ title, stub: null, labels })
  if (candidates.length === 0) return null
  return standing(candidates).length > 0 ? 'its own' : 'another'
}
