import { isInside } from '../addresses/place-address.ts'
import type { Issue, Place, Stratification } from '../report.ts'
import { partLimits } from './part-limits.ts'
import { fillPages } from './rows-of-pages.ts'
import { weighIssue } from './weigh.ts'

/** Where something begins. */
export type Spot = { line: number; start: number }

/** Whether a spot comes before another. */
function isBefore(one: Spot, other: Spot): boolean {
  return one.line < other.line || (one.line === other.line && one.start < other.start)
}

/** Issues in the order of the filing, those without a place first, and by the pages of a list of all. */
export type SortedIssues = { all: Issue[]; pages: { from: number; to: number }[] }

/** The issues of a report, sorted once for all its pages. */
export function sortIssues(issues: readonly Issue[]): SortedIssues {
  const all = issues.toSorted((one, other) => compareSpots(spotOf(one), spotOf(other)))
  const loadOf = (order: number) => ({ entries: 1, bytes: all[order] ? weighIssue(all[order]) : 0 })
  return { all, pages: fillPages(all.length, loadOf, partLimits.listPage) }
}

function compareSpots(one: Spot, other: Spot): number {
  return one.line - other.line || one.start - other.start
}

function spotOf({ at }: Issue): Spot {
  return at ?? { line: 0, start: 0 }
}

/** The issues of a page: those that it shows, how many it has, and of tables with more than it shows how many they have. */
export type PickedIssues = {
  shown: Issue[]
  count: number
  ofTables: Record<string, number>
  /** The page of the list of all issues on which its own begin. */
  page: number
}

/** The issues between two spots of the filing: of each table a few, and no more than a page has room for. */
export function pickIssues(
  { all, pages }: SortedIssues,
  from: Spot,
  until: Spot | null,
  tables: readonly Stratification[],
): PickedIssues {
  const first = all.findIndex(issue => !isBefore(spotOf(issue), from))
  const end = until === null ? -1 : all.findIndex(issue => !isBefore(spotOf(issue), until))
  const own = first < 0 ? [] : all.slice(first, end < 0 ? all.length : end)
  const { shown, ofTables } = fewOfEach(own, tables)
  const page = pages.findIndex(({ to }) => first >= 0 && first < to) + 1
  return { shown, count: own.length, ofTables, page: Math.max(1, page) }
}

function fewOfEach(issues: readonly Issue[], tables: readonly Stratification[]) {
  const counts = new Map<string | null, number>()
  const homeOf = homeFinder(tables)
  const shown = issues.filter(({ at }) => {
    const home = at === null ? null : homeOf(at)
    const order = (counts.get(home) ?? 0) + 1
    counts.set(home, order)
    return order <= (home === null ? partLimits.issues : partLimits.issuesOfTable)
  })
  const ofTables = [...counts].flatMap(([id, count]): [string, number][] =>
    id !== null && count > partLimits.issuesOfTable ? [[id, count]] : [],
  )
  return { shown: shown.slice(0, partLimits.issues), ofTables: Object.fromEntries(ofTables) }
}

/** Finds the table that a place lies in. Neighbours mostly lie in the same. */
function homeFinder(tables: readonly Stratification[]): (at: Place) => string | null {
  let last: Stratification | undefined
  return at => {
    if (last === undefined || !isInside(at, last.at)) last = tables.find(table => isInside(at, table.at))
    return last?.id ?? null
  }
}
