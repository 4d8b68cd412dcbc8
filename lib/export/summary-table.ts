import type { DealSummary } from '../library/deal-summary.ts'
import type { FilingReport, Printed, Unit } from '../report.ts'
import {
  type Cell,
  type ExportTable,
  figureCell,
  placeCells,
  placeHeaders,
  textCell,
  withUnit,
} from './export-table.ts'

/** The deal in two columns: names, dates, the pool's figures, the checks, and where each is printed. */
export function summaryTable(deal: DealSummary, report: FilingReport): ExportTable {
  return {
    headers: ['Deal', deal.name, ...placeHeaders],
    rows: [...printedRows(report), ...figureRows(deal), ...fileRows(report)],
  }
}

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
    printed === null ? [] : [[{ text: name }, cell(printed.value), ...placeCells(printed.at)]]
  return [
    ...texts.flatMap(([name, printed]) => row(name, printed, text => ({ text }))),
    ...days.flatMap(([name, printed]) => row(name, printed, day => ({ day }))),
  ]
}

function figureRows(deal: DealSummary): Cell[][] {
  const wac = deal.wacIsNet ? 'Weighted average net mortgage rate' : 'Weighted average mortgage rate'
  const figures: [string, number | null, Unit][] = [
    ['Pool balance', deal.poolBalanceCents, 'cents'],
    ['Loans', deal.loanCount, 'count'],
    ['Average balance', deal.averageBalanceCents, 'cents'],
    [wac, deal.wacPct, 'percent'],
    ['Weighted average original loan-to-value ratio', deal.waltvPct, 'percent'],
    ['Weighted average remaining term', deal.wamMonths, 'months'],
    ['Checks passed', deal.checks.passed, 'count'],
    ['Checks failed', deal.checks.failed, 'count'],
  ]
  return figures.map(([name, value, unit]) => [
    { text: withUnit(name, unit) },
    figureCell(value, unit, null),
    null,
    null,
  ])
}

function fileRows({ file, noStratifications }: FilingReport): Cell[][] {
  const texts = [
    ['File', file.name],
    ['SHA-256', file.sha256],
    ['No tables', noStratifications?.message],
  ] as const
  return texts.flatMap(([name, text]) => (text ? [[{ text: name }, textCell(text), null, null]] : []))
}
