import { isSamePlace } from '../addresses/place-address.ts'
import type { Viewpoint } from '../checks/index.ts'
import { formatWithUnit } from '../format/measure-value.ts'
import { checksOfStatistic } from '../names/find-statistic.ts'
import { nameKind, nameMeasure, nameRow, nameStatistic, nameTable } from '../names/names.ts'
import type { Check, FilingReport, Place } from '../report.ts'
import { sayCheck } from '../words/say-check.ts'
import { findPrinted, findTableAround, type PrintedThing } from './find-printed.ts'
import { findTouchingChecks } from './touching-checks.ts'

/** One check that counts a figure, said from the figure's side. `at` is where its own printed figure stands. */
export type EvidenceCheck = { outcome: Check['outcome']; sentence: string; at: Place }

/** How what stands at a place was read, and what proves it. */
export type Evidence = {
  kind: PrintedThing['kind']
  /** From the table to the figure: State, California, Balance. */
  path: string[]
  /** Id of the stratification, null outside one. */
  stratification: string | null
  row: number | 'total' | null
  measure: string | null
  /** What the place says, with its unit; null for text that nothing was read from. */
  printed: string | null
  at: Place
  /** The row's label and the column's heading, to be underlined with it. */
  label: Place | null
  header: Place | null
  checks: EvidenceCheck[]
  /** The table that it stands in, of whatever kind; null outside one. */
  table: Place | null
  /** Why no check can count it, where the reader knows. */
  reason: string | null
}

/**
 * How the reader took what is printed at a place: which table, row and column, the value, and every check that counts
 * it with its outcome. A place inside a figure names the figure; any other text comes back as itself.
 */
export function describePlace(report: FilingReport, at: Place): Evidence {
  const thing = findPrinted(report, at)
  const evidence: Evidence = {
    kind: thing.kind,
    path: [`Line ${at.line}`],
    stratification: 'table' in thing ? thing.table.id : null,
    row: null,
    measure: null,
    printed: null,
    at: thing.at,
    label: null,
    header: null,
    checks: [],
    table: findTableAround(report, thing.at),
    reason: null,
  }
  return { ...evidence, ...describeThing(report, thing) }
}

function describeThing(report: FilingReport, thing: PrintedThing): Partial<Evidence> {
  switch (thing.kind) {
    case 'value':
      return describeValue(report, thing)
    case 'statistic':
      return describeStatistic(report, thing)
    case 'label':
      return describeLabel(thing)
    case 'header': {
      const printed = thing.column?.header ?? thing.table.stub?.header ?? null
      return { path: [nameTable(thing.table), 'Heading'], printed }
    }
    case 'footnote':
      return describeFootnote(report, thing)
    case 'fact':
      return { path: ['Cover', thing.name], printed: thing.value }
    case 'table':
      return { path: [nameTable(thing.table)], printed: thing.table.title }
    case 'other-table': {
      const { title, kind, reason } = thing.other
      return { path: [title ?? nameKind(kind)], printed: title, reason }
    }
    case 'text':
      return isAmongLoans(report, thing.at) ? { reason: ofLoans } : {}
  }
}

/** Checks are of the tables, and count no loan by itself. */
const ofLoans = 'It stands in the exhibit of loans, from which the tables of this filing are computed.'

function isAmongLoans({ tape }: FilingReport, { line }: Place): boolean {
  return tape !== null && tape.at.line <= line && line <= (tape.at.lastLine ?? tape.at.line)
}

type Thing<K extends PrintedThing['kind']> = Extract<PrintedThing, { kind: K }>

function describeValue(report: FilingReport, thing: Thing<'value'>): Partial<Evidence> {
  const { table, row, measure } = thing
  const column = table.columns.find(column => column.measure === measure)
  const holder = row === 'total' ? table.total : table.buckets[row]
  const from = { row, measure }
  const checks = sayAll(report, findTouchingChecks(report.checks, table, thing), from)
  const stated = report.statistics.find(({ at }) => at !== null && isSamePlace(at, thing.at))
  return {
    path: [nameTable(table), nameRow(table, row), nameMeasure(table, measure)],
    row,
    measure,
    printed: formatWithUnit(holder?.values[measure] ?? null, column?.unit ?? null, column?.decimals),
    label: row === 'total' && !table.total?.label ? null : (holder?.at ?? null),
    header: column?.at ?? null,
    checks,
    reason: checks.length === 0 ? (stated?.reason ?? null) : null,
  }
}

function describeLabel({ table, row }: Thing<'label'>): Partial<Evidence> {
  const header = table.stub?.at ?? null
  return { path: [nameTable(table), nameRow(table, row)], printed: nameRow(table, row), row, header }
}

function describeStatistic(report: FilingReport, { statistic }: Thing<'statistic'>): Partial<Evidence> {
  const table = report.stratifications.find(({ id }) => id === statistic.stratification)
  const checks = checksOfStatistic(report, statistic)
  return {
    path: [...(table ? [nameTable(table)] : []), nameStatistic(statistic.id)],
    stratification: statistic.stratification,
    printed: formatWithUnit(statistic.stated, statistic.unit, statistic.decimals),
    checks: sayAll(report, checks, { row: null, measure: null }),
    reason: checks.length === 0 ? statistic.reason : null,
  }
}

function describeFootnote(report: FilingReport, thing: Thing<'footnote'>): Partial<Evidence> {
  const { table, footnote } = thing
  const last = footnote.at.lastLine ?? footnote.at.line
  const inside = ({ at, statistic }: Check) =>
    statistic !== null && at.line >= footnote.at.line && at.line <= last
  return {
    path: [nameTable(table), `Footnote ${footnote.mark}`],
    printed: footnote.text,
    checks: sayAll(report, report.checks.filter(inside), { row: null, measure: null }),
  }
}

function sayAll(report: FilingReport, checks: Check[], from: Viewpoint): EvidenceCheck[] {
  const said = checks.map(check => ({
    outcome: check.outcome,
    sentence: sayCheck(report, check, from),
    at: check.at,
  }))
  return said.sort((a, b) => Number(b.outcome === 'fail') - Number(a.outcome === 'fail'))
}
