import { checkRules, findCheckRule, hasRole } from '../checks/index.ts'
import { withUnit } from '../format/measure-value.ts'
import { formatCount } from '../format/numbers.ts'
import { nameStatisticOf } from '../names/find-statistic.ts'
import { nameMeasure } from '../names/names.ts'
import type { Check, FilingReport, Stratification } from '../report.ts'
import { formatCheck } from '../words/check-figures.ts'

/** A kind of check: one column of the matrix, and how many there are. Sums are told apart by the measure they add. */
type CheckKind = { key: string; heading: string; count: number }

/** One table's checks of one kind; `says` is the figure they meet at, or how many of them pass. */
export type MatrixCell = {
  kind: CheckKind
  count: number
  failed: number
  says: string
  slack: string | null
}
export type MatrixRow = {
  table: Stratification
  cells: MatrixCell[]
  /** Those that the report has; of a long table there may be more. */
  checks: Check[]
  count: number
  failed: number
}
export type CheckMatrix = { kinds: CheckKind[]; rows: MatrixRow[]; outside: Check[] }

/** How many checks a table has of one code and measure, on whatever page of its rows. */
type CheckTally = { code: string; measure: string | null; passed: number; failed: number }
/** The tallies of a table of which the report has not all checks. */
export type TalliedTable = { id: string; kinds: CheckTally[] }

/** More measures than this share one column, also of a kind that has a column for each. */
const mostMeasureColumns = 4

type Tally = CheckTally & { stratification: string | null; checks: Check[] }

/**
 * Tables by kinds of check, in the filing's order: what the ledger shows first. Works for any set of codes; `outside`
 * are the checks that belong to no table. `long` counts the checks of tables of which the report has not all.
 */
export function buildMatrix(report: FilingReport, long: readonly TalliedTable[] = []): CheckMatrix {
  const tallies = tallyChecks(report, long)
  const columns = findKinds(report, tallies)
  const tallied = Map.groupBy(tallies, ({ stratification }) => stratification)
  const checksOf = Map.groupBy(report.checks, ({ stratification }) => stratification)
  const known = new Set<string | null>(report.stratifications.map(({ id }) => id))
  return {
    kinds: columns.map(({ kind }) => kind),
    rows: report.stratifications.map(table => {
      const cells = columns.map(column => buildCell(report, table, column, tallied.get(table.id) ?? []))
      const count = cells.reduce((sum, cell) => sum + cell.count, 0)
      const failed = cells.reduce((sum, cell) => sum + cell.failed, 0)
      return { table, cells, checks: checksOf.get(table.id) ?? [], count, failed }
    }),
    outside: report.checks.filter(check => !known.has(check.stratification)),
  }
}

/** The checks counted by table, code and measure, each with those that the report has. */
function tallyChecks({ checks }: FilingReport, long: readonly TalliedTable[]): Tally[] {
  const groups = Map.groupBy(checks, check => keyOf(check.stratification, check))
  const isLong = new Set<string | null>(long.map(({ id }) => id))
  const counted = [...groups.values()].flatMap((own): Tally[] => {
    const [first] = own
    if (!first || isLong.has(first.stratification)) return []
    const { stratification, code, measure } = first
    const failed = own.filter(({ outcome }) => outcome === 'fail').length
    return [{ stratification, code, measure, passed: own.length - failed, failed, checks: own }]
  })
  const told = long.flatMap(({ id, kinds }) =>
    kinds.map(kind => ({ ...kind, stratification: id, checks: groups.get(keyOf(id, kind)) ?? [] })),
  )
  return [...counted, ...told]
}

function keyOf(table: string | null, { code, measure }: Pick<CheckTally, 'code' | 'measure'>): string {
  return `${table} ${code} ${measure}`
}

/** A kind with the tallies that are of it. */
type Column = { kind: CheckKind; tallies: Set<Tally>; references: Set<string> }

function findKinds(report: FilingReport, tallies: Tally[]): Column[] {
  return [...Map.groupBy(tallies, ({ code }) => code)]
    .sort(([a], [b]) => rankOf(a) - rankOf(b))
    .flatMap(([code, own]) => splitKind(report, code, own))
}

const order = new Map(checkRules.map(({ code }, index) => [code, index]))

/** A check's place in the ledger; a code without an entry comes last. */
function rankOf(code: string): number {
  return order.get(code) ?? order.size
}

/** One kind a code, or one a measure where its checks are headed by measure and there are few. */
function splitKind(report: FilingReport, code: string, tallies: Tally[]): Column[] {
  const rule = findCheckRule(code)
  const byMeasure = Map.groupBy(tallies, ({ measure }) => measure)
  const { headingOf } = rule ?? {}
  if (!headingOf || byMeasure.size > mostMeasureColumns)
    return [columnOf(code, rule?.heading ?? sayCode(code), tallies)]
  return [...byMeasure].map(([measure, own]) =>
    columnOf(`${code} ${measure}`, headingOf(nameColumn(report, own[0]) ?? 'Columns'), own),
  )
}

function columnOf(key: string, heading: string, tallies: Tally[]): Column {
  const count = tallies.reduce((sum, { passed, failed }) => sum + passed + failed, 0)
  const references = tallies.flatMap(({ checks }) => checks.flatMap(({ reference }) => reference ?? []))
  return { kind: { key, heading, count }, tallies: new Set(tallies), references: new Set(references) }
}

function nameColumn({ stratifications }: FilingReport, tally: Tally | undefined): string | null {
  const table = stratifications.find(({ id }) => id === tally?.stratification)
  return table && tally?.measure ? nameMeasure(table, tally.measure) : null
}

/** A code without a heading of its own reads as a sentence already. */
function sayCode(code: string): string {
  return code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ')
}

function buildCell(
  report: FilingReport,
  table: Stratification,
  column: Column,
  tallies: Tally[],
): MatrixCell {
  const own = tallies.filter(tally => column.tallies.has(tally))
  const failed = own.reduce((sum, tally) => sum + tally.failed, 0)
  const count = own.reduce((sum, { passed }) => sum + passed, failed)
  const only = count === 1 ? own[0]?.checks[0] : undefined
  const { kind, references } = column
  if (count === 0)
    return { kind, count, failed, says: references.has(table.id) ? 'reference' : '–', slack: null }
  if (!only)
    return {
      kind,
      count,
      failed,
      says: `${formatCount(count - failed)} of ${formatCount(count)}`,
      slack: null,
    }
  return { kind, count, failed, ...sayOnly(report, only) }
}

function sayOnly(report: FilingReport, only: Check): Pick<MatrixCell, 'says' | 'slack'> {
  const { found, printed, difference, allowed, unit } = formatCheck(report, only)
  if (only.statistic)
    return { says: `${nameStatisticOf(report, only)} ${withUnit(printed, unit)}`, slack: null }
  if (only.outcome === 'fail') return { says: found, slack: difference }
  return { says: found, slack: isRoundedSum(only) ? allowed : null }
}

/** Whether a sum meets its total within rounding alone. */
function isRoundedSum(check: Check): boolean {
  return hasRole(check, 'footing') && check.found !== check.expected
}
