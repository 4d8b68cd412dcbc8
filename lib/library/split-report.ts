import type { FilingReport, Place } from '../report.ts'

/** A stretch of a report, as much as one page shows, and what tells where in the filing it lies. */
export type ReportStretch = {
  report: FilingReport
  /** The place where the stretch begins; the first begins before everything. */
  from: { line: number; start: number }
  /** How many stratifications come before it. */
  tablesBefore: number
}

/** How much of each a page takes: a hundred tables with their charts are drawn in a moment, and few filings have more. */
const most = { stratifications: 100, otherTables: 2000, issues: 2000 }
type Kind = keyof typeof most
const kinds = Object.keys(most) as Kind[]

/** Something of the report with its place; of a kind, the one at this order. */
type Item = { kind: Kind; order: number; at: Place }

/**
 * A report in stretches that a page each can show, in the order of the filing; almost always one, the report itself.
 *
 * Each is a report: checks go with their table, and what belongs to the filing as a whole (its documents, parties,
 * statistics, and whatever has no place) is in the first alone, but for `file`, `deal` and `coverage`, which are in all.
 */
export function splitReport(report: FilingReport): ReportStretch[] {
  if (kinds.every(kind => report[kind].length <= most[kind]))
    return [{ report, from: { line: 0, start: 0 }, tablesBefore: 0 }]
  const stretches = gather(report)
  const checks = Map.groupBy(
    report.checks,
    ({ stratification }) => stretches.ofTable.get(stratification) ?? 0,
  )
  let tablesBefore = 0
  return stretches.items.map((items, number) => {
    const own = { ...emptyOf(report, number), checks: checks.get(number) ?? [], ...take(report, items) }
    if (number === 0) own.issues = [...report.issues.filter(({ at }) => at === null), ...own.issues]
    const stretch = { report: own, from: fromOf(items, number), tablesBefore }
    tablesBefore += own.stratifications.length
    return stretch
  })
}

/** The items of every stretch, and the stretch of every table. */
function gather(report: FilingReport): { items: Item[][]; ofTable: Map<string | null, number> } {
  const items: Item[][] = [[]]
  const ofTable = new Map<string | null, number>()
  let room = { ...most }
  for (const item of itemsOf(report)) {
    if (room[item.kind] === 0) {
      items.push([])
      room = { ...most }
    }
    room[item.kind]--
    items.at(-1)?.push(item)
    const table = item.kind === 'stratifications' ? report.stratifications[item.order] : undefined
    if (table) ofTable.set(table.id, items.length - 1)
  }
  return { items, ofTable }
}

function itemsOf(report: FilingReport): Item[] {
  const items = kinds.flatMap(kind =>
    report[kind].flatMap(({ at }, order): Item[] => (at === null ? [] : [{ kind, order, at }])),
  )
  return items.sort((one, other) => one.at.line - other.at.line || one.at.start - other.at.start)
}

function take(report: FilingReport, items: Item[]): Pick<FilingReport, Kind> {
  const of = <T>(kind: Kind, all: T[]) =>
    items.flatMap(item => (item.kind === kind ? (all[item.order] ?? []) : [])) as T[]
  return {
    stratifications: of('stratifications', report.stratifications),
    otherTables: of('otherTables', report.otherTables),
    issues: of('issues', report.issues),
  }
}

function emptyOf(report: FilingReport, number: number): FilingReport {
  return number === 0 ? report : { ...report, documents: [], statistics: [] }
}

function fromOf(items: Item[], number: number): { line: number; start: number } {
  const at = number === 0 ? undefined : items[0]?.at
  return { line: at?.line ?? 0, start: at?.start ?? 0 }
}
