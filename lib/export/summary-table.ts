import type { DealSummary } from '../library/deal-summary.ts'
import { nameFigure } from '../pool/figure-names.ts'
import type { FilingReport, PoolFigure, Printed } from '../report.ts'
import {
  type Cell,
  type ExportTable,
  figureCell,
  placeCells,
  placeHeaders,
  textCell,
  withUnit,
} from './export-table.ts'

/** The deal: names and dates, the figures of the pool and its groups, stated beside computed, and where each is printed. */
export function summaryTable(deal: DealSummary, report: FilingReport): ExportTable {
  return {
    headers: ['Deal', deal.name, 'Computed', 'Kind', ...placeHeaders],
    rows: [...printedRows(report), ...figureRows(report), ...fileRows(report)],
  }
}

/** Of a text or a date nothing is computed. */
const nothing: Cell[] = [null, null]

function printedRows({ deal }: FilingReport): Cell[][] {
  const texts: [string, Printed | null][] = [
    ['Trust', deal.trust],
    ['Series', deal.series],
    ['Depositor', deal.depositor],
    ['Sponsor', deal.sponsor],
    ['Seller', deal.seller],
    ['Master servicer', deal.masterServicer],
    ['Trustee', deal.trustee],
    ...deal.underwriters.map(underwriter => ['Underwriter', underwriter] as [string, Printed]),
    ['File number', deal.fileNumber],
  ]
  const days: [string, Printed | null][] = [
    ['Cut-off date', deal.cutOffDate],
    ['Agreement date', deal.agreementDate],
    ['Event date', deal.eventDate],
    ['Signed', deal.signedOn],
  ]
  const row = (name: string, printed: Printed | null, cell: (value: string) => Cell): Cell[][] =>
    printed === null ? [] : [[{ text: name }, cell(printed.value), ...nothing, ...placeCells(printed.at)]]
  return [
    ...texts.flatMap(([name, printed]) => row(name, printed, text => ({ text }))),
    ...days.flatMap(([name, printed]) => row(name, printed, day => ({ day }))),
  ]
}

/** The pool's figures and those of its groups: as given, as computed from the rows, and what the figure is. */
function figureRows({ pool }: FilingReport): Cell[][] {
  return pool.flatMap(({ loanGroup, figures, checks }) => {
    const name = (words: string) => (loanGroup === null ? words : `${loanGroup}: ${words}`)
    const count = (words: string, figure: number): Cell[] => [
      { text: name(words) },
      figureCell(figure, 'count', 0),
      ...nothing,
      ...placeCells(null),
    ]
    return [
      ...figures.map(figure => figureRow(name, figure)),
      count('Checks passed', checks.passed),
      count('Checks failed', checks.failed),
    ]
  })
}

function figureRow(name: (words: string) => string, figure: PoolFigure): Cell[] {
  const { id, unit, value, computed, kind, code, bounds, at } = figure
  const words = code ? `${nameFigure(id).name}, ${code}` : nameFigure(id).name
  const [low = null, high = null] = value === null ? (bounds ?? []) : []
  return [
    { text: withUnit(name(words), unit) },
    figureCell(value ?? low, unit, null),
    figureCell(value === null ? high : kind === 'stated' ? computed : null, unit, null),
    { text: value === null ? 'bounded: least and most that the rows allow' : kind },
    ...placeCells(at),
  ]
}

function fileRows({ file, noStratifications }: FilingReport): Cell[][] {
  const texts = [
    ['File', file.name],
    ['SHA-256', file.sha256],
    ['No tables', noStratifications?.message],
  ] as const
  return texts.flatMap(([name, text]) =>
    text ? [[{ text: name }, textCell(text), ...nothing, ...placeCells(null)]] : [],
  )
}
