import { checkRules, findCheckRule } from '../checks/index.ts'
import { withUnit } from '../format/measure-value.ts'
import type { Check, FilingReport, Stratification } from '../report.ts'
import { formatCheck } from './check-figures.ts'
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

/** More measures than this share one column, also of a kind that has a column for each. */
const mostMeasureColumns = 4

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
  return [...Map.groupBy(report.checks, ({ code }) => code)]
    .sort(([a], [b]) => rankOf(a) - rankOf(b))
    .flatMap(([code, checks]) => splitKind(report, code, checks))
}

const order = new Map(checkRules.map(({ code }, index) => [code, index]))

/** A check's place in the ledger; a code without an entry comes last. */
function rankOf(code: string): number {
  return order.get(code) ?? order.size
}

/** One kind a code, or one a measure where its checks are headed by measure and there are few. */
function splitKind(report: FilingReport, code: string, checks: Check[]): CheckKind[] {
  const rule = findCheckRule(code)
  const byMeasure = Map.groupBy(checks, ({ measure }) => measure)
  const { headingOf } = rule ?? {}
  if (!headingOf || byMeasure.size > mostMeasureColumns)
    return [{ key: code, code, heading: rule?.heading ?? sayCode(code), checks }]
  return [...byMeasure].map(([measure, own]) => ({
    key: `${code} ${measure}`,
    code,
    heading: headingOf(nameColumn(report, own[0]) ?? 'Columns'),
    checks: own,
  }))
}

function nameColumn({ stratifications }: FilingReport, check: Check | undefined): string | null {
  const table = stratifications.find(({ id }) => id === check?.stratification)
  return table && check?.measure ? nameMeasure(table, check.measure) : null
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
  return { says: found, slack: isRoundedSum(only) ? allowed : null }
}

/** Whether a sum meets its total within rounding alone. */
function isRoundedSum({ code, found, expected }: Check): boolean {
  return findCheckRule(code)?.headingOf !== undefined && found !== expected
}

/** Whether the other tables' totals are held against this one's. */
function isReference(table: Stratification, { checks }: CheckKind): boolean {
  return checks.some(({ reference }) => reference === table.id)
}
