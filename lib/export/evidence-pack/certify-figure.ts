import { isSamePlace, sayLines } from '../../addresses/place-address.ts'
import { findPrinted, type PrintedThing } from '../../evidence/find-printed.ts'
import { findTouchingChecks } from '../../evidence/touching-checks.ts'
import { checksOfStatistic } from '../../names/find-statistic.ts'
import { nameMeasure, nameRow, nameStatistic, titleTable } from '../../names/names.ts'
import type { Check, FilingReport, Place } from '../../report.ts'
import { listChecks, listFigures, type ReadSource, readPrintedLines, StepWriter } from './evidence.ts'
import type { Certificate, EvidenceFigure } from './evidence-schema.ts'

type PrintedFigure = Extract<PrintedThing, { kind: 'value' | 'statistic' }>

/**
 * What it takes to check one figure beside the filing's bytes: its place and text, the checks that compute with it, and the
 * figures these need. Null where no figure stands at the place.
 *
 * `addressOf` gives the whole address of a place.
 */
export function certifyFigure(
  read: ReadSource,
  asked: Place,
  addressOf: (at: Place) => string,
): Certificate | null {
  const { report } = read
  const thing = findPrinted(report, asked)
  if (thing.kind !== 'value' && thing.kind !== 'statistic') return null
  const { lines, changed, source } = readPrintedLines(read)
  const all = listFigures(report, lines)
  const own = all.find(figure => isOf(figure, thing))
  if (own === undefined) return null
  const checks = checksOf(report, thing)
  const needed = new StepWriter(all)
  for (const _ of listChecks(report, checks, needed)) {
    // Only which figures the steps need is of interest yet.
  }
  const figures = [own, ...all.filter(figure => figure !== own && needed.used.has(figure))]
  const writer = new StepWriter(figures)
  const claim = own.value === null ? null : { value: own.value, arithmetic: { figure: 0 } }
  const listed = [...listChecks(report, checks, writer)]
  return {
    kind: 'strata-certificate',
    version: 1,
    sentence: `${report.file.name} prints ${own.text} on ${sayLines(own).toLowerCase()}: ${nameFigure(thing)}.`,
    address: addressOf(thing.at),
    source: { ...source, transcript: changed.size > 0 ? linesOf(figures, lines, changed) : null },
    claims: claim === null ? [] : [{ what: 'printed', unit: own.unit, low: claim, high: claim }],
    rows: [],
    figures,
    checks: listed,
    shared: writer.shared,
  }
}

function isOf(figure: EvidenceFigure, thing: PrintedFigure): boolean {
  if (!isSamePlace(figure, thing.at)) return false
  if (thing.kind === 'statistic') return figure.statistic === thing.statistic.key
  const { table, row, measure } = thing
  return figure.table === table.id && figure.row === row && figure.measure === measure
}

function checksOf(report: FilingReport, thing: PrintedFigure): Check[] {
  return thing.kind === 'statistic'
    ? checksOfStatistic(report, thing.statistic)
    : findTouchingChecks(report.checks, thing.table, thing)
}

function nameFigure(thing: PrintedFigure): string {
  if (thing.kind === 'statistic') return nameStatistic(thing.statistic.id)
  const { table, row, measure } = thing
  return `${nameRow(table, row)}, ${nameMeasure(table, measure)}, in ${titleTable(table)}`
}

/** The lines of some places that bytes alone do not give. */
export function linesOf(
  figures: readonly Place[],
  lines: readonly string[],
  changed: ReadonlySet<number>,
): { line: number; text: string }[] {
  const numbers = new Set<number>()
  for (const { line, lastLine = line } of figures)
    for (let number = line; number <= lastLine; number++) if (changed.has(number)) numbers.add(number)
  return [...numbers].sort((a, b) => a - b).map(line => ({ line, text: lines[line - 1] ?? '' }))
}
