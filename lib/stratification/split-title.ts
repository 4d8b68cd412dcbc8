import type { Cell, Grid } from '../grid/grid.ts'
import { isTotalLabel } from '../grid/total-label.ts'
import { oncePer } from '../once-per.ts'
import { type Candidate, type Decision, decide, type Evidence, standing } from '../reading/decision.ts'
import { decideNamed } from '../reading/dimension.ts'
import { isGroupHeading } from './say-group.ts'

/** Words that may be the title: what stands there, and how far from the table. */
export type TitleLines = { lines: readonly Cell[]; place: TitlePlace }

/** The nearest first. `stub`: no line at all, for the header over the labels alone names what is split. */
const places = ['over', 'above-group', 'over-rows', 'foot', 'stub'] as const
type TitlePlace = (typeof places)[number]

/** The lines above a table that are its title, and those that head it and tables after it. */
export type SplitTitle = { headings: Cell[]; title: readonly Cell[]; deciding: Decision<TitleLines> }

/** What each of the lines right over the table names. */
type TitleFacts = { named: readonly Named[] }

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
  const { title } = grid
  const labels = grid.rows.map(({ label }) => label?.text ?? '')
  const named = title.map(({ text }) => namedIn(text, labels))
  const deciding = decide('title', proposeTitles(grid, labels, named), titleEvidence, { named })
  const { lines, place } = deciding.chosen ?? { lines: title, place: 'over' as const }
  const headings = place === 'over' ? title.slice(0, title.length - lines.length) : title
  return { headings, title: lines, deciding }
})

/**
 * The lines right over the table, and all others that name what its rows split by: the heading over the name of the loan
 * group, the only heading of the rows, lines at the foot of the page before; the header over the labels where the lines
 * over the table are of the page.
 *
 * >       Credit Scores                            OCCUPANCY TYPES
 *   Group 1          Group 2                             - 4 -
 *   FICO    Loans    FICO    Loans         <PAGE>
 *                                          SOME MORTGAGE TRUST
 */
function proposeTitles(
  grid: Grid,
  labels: readonly string[],
  named: readonly Named[],
): Candidate<TitleLines>[] {
  const { title, stub, rows, headings, orphan } = grid
  const first = title.findIndex(line => !heads(line))
  const above = headings[headings.length - 1]
  const group = onlyGroup(rows)
  const isUnderGroup = above !== undefined && title.length > 0 && title.every(heads)
  const isOfPage = title.some(heads) || named.includes('another')
  const elsewhere: [TitlePlace, readonly Cell[] | null, string][] = [
    ['above-group', isUnderGroup ? [above] : null, 'It stands over the name of the loan group'],
    ['over-rows', group && [group], 'All rows stand under it as their heading'],
    ['foot', orphan ?? null, 'It stands at the foot of the page before'],
    ['stub', isOfPage && stub !== null ? [stub] : null, 'It is the header over the labels'],
  ]
  return [
    {
      value: { lines: title.slice(Math.max(0, first)), place: 'over' },
      by: 'It stands right over the table',
    },
    ...elsewhere.flatMap(([place, lines, by]) =>
      lines !== null && namesSplit(lines, labels)
        ? [{ value: { lines: place === 'stub' ? [] : lines, place }, by }]
        : [],
    ),
  ]
}

function namesSplit(lines: readonly Cell[], labels: readonly string[]): boolean {
  return namedIn(lines.map(({ text }) => text).join(' '), labels) === 'its own'
}

/** All that can tell the title from other lines. */
const titleEvidence: readonly Evidence<TitleLines, TitleFacts>[] = [
  {
    id: 'names-its-split',
    judge({ place }, { named }) {
      return place !== 'over' || named.includes('its own')
        ? { says: 'supports', why: 'It names what the rows are split by.' }
        : null
    },
  },
  {
    id: 'named-elsewhere',
    judge({ place }, { named }, rivals) {
      if (place !== 'over' || rivals.length === 0) return null
      if (rivals.some(rival => rival.place === 'above-group'))
        return { says: 'contradicts', why: 'It names a loan group, and the heading over it what is split.' }
      return named.includes('its own')
        ? null
        : { says: 'contradicts', why: 'Other words name what the rows are split by.' }
    },
  },
  {
    id: 'nearer',
    judge({ place }, { named }, rivals) {
      const isNearer = (rival: TitleLines) =>
        places.indexOf(rival.place) < places.indexOf(place) &&
        (rival.place !== 'over' || (place !== 'above-group' && named.includes('its own')))
      return rivals.some(isNearer) ? { says: 'contradicts', why: 'Words nearer to the table name it.' } : null
    },
  },
]

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
