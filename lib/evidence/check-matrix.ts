import type { Check, FilingReport, Stratification } from '../report.ts'
import { formatCheck, withUnit } from './check-figures.ts'
import { nameMeasure, nameStatistic } from './names.ts'

/** A kind of check: one column of the matrix. Sums are told apart by the measure they add. */
export type CheckKind = { key: string; code: string; heading: string; checks: Check[] }

/** One table's checks of one kind; `says` is the figure they meet at, or how many of them pass. */
export type MatrixCell = {
  kind: CheckKind
  checks: Check[]
  failed: number
  says: string
  slack: string | null
}
export type MatrixRow = { table: Stratification; cells: MatrixCell[]; checks: Check[]; failed: number }
export type CheckMatrix = { kinds: CheckKind[]; rows: MatrixRow[]; outside: Check[] }

const sumCode = 'column-adds-up-to-total'
const sameTotalCode = 'total-is-the-same-in-every-table'

/** More summed measures than this share one column. */
const mostSumColumns = 4

const headings: Record<string, string> = {
  [sumCode]: 'Columns add up',
  'row-percent-matches-balance': 'Row % = balance ÷ pool',
  'total-percent-matches-balance': 'Total % = its share',
  [sameTotalCode]: 'Same total elsewhere',
  'average-balance-matches-row': 'Average = balance ÷ loans',
  'row-average-is-inside-its-range': 'Row average in its range',
  'weighted-average-matches-rows': 'Averages of the rows',
  'groups-add-up-to-aggregate': 'Sum of the loan groups',
  'stated-figure-matches-the-rows': 'Stated figure',
}

/**
 * Tables by kinds of check, in the filing's order: what the ledger shows first. Works for any set of codes; `outside`
 * are the checks that belong to no table.
 */
export function buildMatrix(report: FilingReport): CheckMatrix {
  const kinds = findKinds(report)
  const byTable = Map.groupBy(report.checks, check => check.stratification)
  const rows = report.stratifications.map(table =>
    buildRow(report, table, kinds, byTable.get(table.id) ?? []),
  )
  const known = new Set<string | null>(report.stratifications.map(({ id }) => id))
  return { kinds, rows, outside: report.checks.filter(check => !known.has(check.stratification)) }
}

function findKinds(report: FilingReport): CheckKind[] {
  const sums = report.checks.filter(({ code }) => code === sumCode)
  const splitsSums = new Set(sums.map(({ measure }) => measure)).size <= mostSumColumns
  const keyOf = ({ code, measure }: Check) => (code === sumCode && splitsSums ? `${code} ${measure}` : code)
  const groups = Map.groupBy(report.checks, keyOf)
  const order = [sumCode, ...Object.keys(headings)]
  return [...groups]
    .map(([key, checks]) => ({
      key,
      code: checks[0]?.code ?? key,
      heading: headKind(report, key, checks),
      checks,
    }))
    .sort((a, b) => rank(order, a.code) - rank(order, b.code))
}

function rank(order: string[], code: string): number {
  const index = order.indexOf(code)
  return index < 0 ? order.length : index
}

function headKind(report: FilingReport, key: string, checks: Check[]): string {
  const [first] = checks
  if (!first || first.code === key) return headings[key] ?? sayCode(key)
  const table = report.stratifications.find(({ id }) => id === first.stratification)
  return `${table && first.measure ? nameMeasure(table, first.measure) : 'Columns'}, sum`
}

/** A code without a heading of its own reads as a sentence already. */
function sayCode(code: string): string {
  return code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ')
}

function buildRow(
  report: FilingReport,
  table: Stratification,
  kinds: CheckKind[],
  checks: Check[],
): MatrixRow {
  const cells = kinds.map(kind => {
    const own = checks.filter(check => kind.checks.includes(check))
    return { kind, checks: own, failed: countFailed(own), ...sayCell(report, table, kind, own) }
  })
  return { table, cells, checks, failed: countFailed(checks) }
}

function countFailed(checks: Check[]): number {
  return checks.filter(({ outcome }) => outcome === 'fail').length
}

function sayCell(report: FilingReport, table: Stratification, kind: CheckKind, checks: Check[]) {
  const [only] = checks
  if (!only) return { says: isReference(table, kind) ? 'reference' : '–', slack: null }
  if (checks.length > 1) {
    return { says: `${checks.length - countFailed(checks)} of ${checks.length}`, slack: null }
  }
  const { found, printed, difference, allowed, unit } = formatCheck(report, only)
  if (only.statistic) {
    return { says: `${nameStatistic(only.statistic)} ${withUnit(printed, unit)}`, slack: null }
  }
  if (only.outcome === 'fail') return { says: found, slack: difference }
  return { says: found, slack: only.code === sumCode && only.found !== only.expected ? allowed : null }
}

/** Whether the other tables' totals are held against this one's. */
function isReference(table: Stratification, { checks }: CheckKind): boolean {
  return checks.some(({ reference }) => reference === table.id)
}
