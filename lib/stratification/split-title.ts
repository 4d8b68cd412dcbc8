import { matchDimensions } from '../dimensions/index.ts'
import type { Cell, Grid } from '../grid/grid.ts'
import { isTotalLabel } from '../grid/total-label.ts'
import { oncePer } from '../once-per.ts'
import { type Candidate, type Decision, decide, type Evidence, standing } from '../reading/decision.ts'
import { decideNamed } from '../reading/dimension.ts'
import { labelsOf } from './labels-of.ts'
import { isGroupHeading } from './say-group.ts'

/** Words that may be the title: what stands there, and how far from the table. */
export type TitleLines = { lines: readonly Cell[]; words: string; place: TitlePlace }

/** The nearest first. `stub`: no line at all, for the header over the labels alone names what is split. */
const places = ['over', 'above-group', 'above-header', 'over-rows', 'foot', 'stub'] as const
type TitlePlace = (typeof places)[number]

/** The lines above a table that are its title, and those that head it and tables after it. */
export type SplitTitle = { headings: Cell[]; title: readonly Cell[]; deciding: () => Decision<TitleLines> }

/** Which of the lines name what the rows split by. */
type TitleFacts = { names: (lines: TitleLines) => boolean }

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
  const proposed = proposeTitles(grid)
  const [only] = proposed
  const isOnly = proposed.length === 1 && only !== undefined
  const deciding = () => decide('title', proposed, titleEvidence, factsOf(grid))
  const { lines, place } = (isOnly ? only.value : deciding().chosen) ?? NO_LINES
  const headings = place === 'over' ? title.slice(0, title.length - lines.length) : title
  return { headings, title: lines, deciding }
})

const NO_LINES: TitleLines = { lines: [], words: '', place: 'stub' }

function factsOf(grid: Grid): TitleFacts {
  const labels = labelsOf(grid)
  const names = oncePer(({ words, place }: TitleLines) => {
    if (place !== 'over') return namedIn(words, labels) === 'its own'
    return grid.title.some(({ text }) => namedIn(text, labels) === 'its own')
  })
  return { names }
}

/**
 * The lines right over the table, the heading over the name of the loan group, a date or a scale, or over other words that stand below the
 * header or name another split, the only heading of the rows, lines at the foot of the page before; and the header over the
 * labels where lines over the table are of the page.
 *
 * >       Credit Scores                            OCCUPANCY TYPES
 *   Group 1          Group 2                             - 4 -
 *   FICO    Loans    FICO    Loans         <PAGE>
 *                                          SOME MORTGAGE TRUST
 */
function proposeTitles(grid: Grid): Candidate<TitleLines>[] {
  const { title, stub, rows, headings, orphan, isTitleBelow } = grid
  const first = title.findIndex(line => !isNoTitle(line))
  const group = groupOfAll(rows)
  const above = headings.findLast(({ text }) => text !== group)
  const [{ at } = grid] = rows
  const overRows = group === null ? null : { text: group, at }
  const isUnderGroup = above !== undefined && title.length > 0 && title.every(isNoTitle)
  const isUnderOther = above !== undefined && (isTitleBelow === true || namesAnother(grid, above))
  const proposed: [TitlePlace, readonly Cell[] | null, string][] = [
    ['over', title.slice(Math.max(0, first)), 'It stands right over the table'],
    ['above-group', isUnderGroup ? [above] : null, 'It stands over words that name no split'],
    ['above-header', isUnderOther ? [above] : null, 'It stands over header and title'],
    ['over-rows', overRows && [overRows], 'All rows stand under it as their heading'],
    ['foot', orphan ?? null, 'It stands at the foot of the page before'],
    ['stub', stub !== null && isOfPage(grid, stub) ? [stub] : null, 'It is the header over the labels'],
  ]
  return proposed.flatMap(([place, lines, by]) => {
    if (lines === null) return []
    const words = lines.map(({ text }) => text).join(' ')
    return [{ value: { lines: place === 'stub' ? [] : lines, words, place }, by }]
  })
}

/** Is a line over the table one of the page: a name of the deal or of loans, or of a split that the rows rule out? */
function isOfPage(grid: Grid, stub: Cell): boolean {
  return grid.title.some(heads) || namesAnother(grid, stub)
}

/** Does a line over the table name a split that the rows rule out, and other words one of their own? */
function namesAnother(grid: Grid, other: Cell): boolean {
  const own = matchDimensions(other.text)
  return grid.title.some(({ text }) => {
    // Saves time: what both name stands or falls for both.
    const isShared = matchDimensions(text).some(named => own.includes(named))
    return !isShared && namedIn(text, labelsOf(grid)) === 'another'
  })
}

/** What stands right over the table need name nothing; what stands elsewhere is its title only where it names its split. */
const namesItsSplit: Evidence<TitleLines, TitleFacts> = {
  id: 'names-its-split',
  judge(lines, { names }) {
    if (names(lines)) return { says: 'supports', why: 'It names what the rows are split by.' }
    return lines.place === 'over'
      ? null
      : { says: 'contradicts', why: 'It does not name what the rows are split by.' }
  },
}

const standsOver: Evidence<TitleLines, TitleFacts> = {
  id: 'stands-over',
  judge: ({ place }) =>
    place === 'over' ? { says: 'supports', why: 'No words stand nearer to the table.' } : null,
}

/** Lines that name nothing give way to others that name the split, and the name of a loan group to the heading over it. */
const namedElsewhere: Evidence<TitleLines, TitleFacts> = {
  id: 'named-elsewhere',
  judge(lines, { names }, rivals) {
    if (lines.place !== 'over') return null
    const named = rivals.filter(names)
    const isGroup = named.some(({ place }) => place === 'above-group')
    return named.length > 0 && (isGroup || !names(lines))
      ? { says: 'contradicts', why: 'Other words name what the rows are split by.' }
      : null
  },
}

const nearerTitle: Evidence<TitleLines, TitleFacts> = {
  id: 'nearer-title',
  judge({ place }, { names }, rivals) {
    const isNearer = (rival: TitleLines) =>
      rival.place !== 'over' && places.indexOf(rival.place) < places.indexOf(place) && names(rival)
    return rivals.some(isNearer)
      ? { says: 'contradicts', why: 'Words nearer to the table name that too.' }
      : null
  },
}

/** All that can tell the title from other lines. */
const titleEvidence = [namesItsSplit, standsOver, namedElsewhere, nearerTitle] as const

/** The heading that all rows but sums stand under. */
export function groupOfAll(rows: Grid['rows']): string | null {
  const body = rows.filter(({ label }) => label !== null && !isTotalLabel(label.text))
  const text = body[0]?.group ?? null
  return body.every(({ group }) => group === text) ? text : null
}

/** Does a line name the deal or a loan group? */
export function heads({ text }: Cell): boolean {
  return isGroupHeading(text) || DEAL.test(text)
}

/** Does a line name no split, whatever the rows are: one that heads tables, or tells a date or a scale? */
function isNoTitle(line: Cell): boolean {
  return heads(line) || isRemark(line.text)
}

/** Longer ones tell something else too. Saves time: the patterns stay short on any title. */
const LONGEST_REMARK = 100
/** > (As of the Cut-off Date) */
const AS_OF =
  /^\(?(?:as of|at) (?:the )?(?:close of business on )?(?:the )?(?:[\w-]+ ){0,3}(?:date|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]* \d{1,2}, ?\d{4}|\d{1,2}\/\d{1,2}\/\d{2,4})\)?[.:]?$/i
/** > (Dollars in Thousands)     (000's omitted)     (Thousands of Dollars) */
const OF_SCALE =
  /^\(?(?:[\w\s,;&$'.]*\bin (?:thousands|millions|billions|units|\$?000'?s)[\w\s,;&$'.]*|\$? ?(?:000'?s?|thousands|millions)(?: omitted| of (?:u\.?s\.? )?dollars)?)\)?$/i

/** Does a line under the title tell no more than a date or a scale? */
function isRemark(text: string): boolean {
  if (text.length > LONGEST_REMARK) return false
  return AS_OF.test(text) || (OF_SCALE.test(text) && matchDimensions(text).length === 0)
}

type Named = 'its own' | 'another' | null

/** Does a line name a dimension that the rows can be of, or one that they rule out? */
function namedIn(title: string, labels: readonly string[]): Named {
  const { candidates } = decideNamed({ title, stub: null, labels })
  if (candidates.length === 0) return null
  return standing(candidates).length > 0 ? 'its own' : 'another'
}
